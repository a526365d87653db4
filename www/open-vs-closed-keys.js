// Keeps keys from the host that are meant for the widget. Part of the code that is loaded when an element comes near;
// the build makes one file of it.

/** Where letters are typed. */
const FIELDS = "textarea, select, input:not([type=button], [type=checkbox], [type=radio], [type=range])";

/** Keys that type nothing, and may mean something to the host wherever the focus is. */
const OTHERS = /^(Escape|Tab|Shift|Control|Alt|AltGraph|Meta|CapsLock|F\d+)$/;

function isTyped({ target, ctrlKey, altKey, metaKey }, isAltGraph) {
  return target.matches?.(FIELDS) && ((!ctrlKey && !altKey && !metaKey) || isAltGraph);
}

/** What is typed into a field, and what the widget has used, does not leave the shadow root: a host that has keys of
 * its own sees the element, and not the field in it. */
function keep(event) {
  if (OTHERS.test(event.key)) return;
  if (event.defaultPrevented || isTyped(event, event.getModifierState?.("AltGraph"))) event.stopPropagation();
}

export function keepKeys(root) {
  for (const type of ["keydown", "keypress", "keyup"]) root.addEventListener(type, keep);
}
