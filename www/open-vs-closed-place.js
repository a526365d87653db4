// Reads where the reader is in the static view, and restores that place in the live one. Part of the code that is
// loaded when an element comes near; the build makes one file of both.

/** Where the reader is in the static view: what is at the top of the window, and what has focus. */
export function placeOf(element) {
  const place = {};
  const { activeElement } = element.ownerDocument;
  const active = activeElement !== element && element.contains(activeElement) ? activeElement : null;
  const focused = active?.closest("[data-id]");
  const items = [...element.querySelectorAll("[data-id]")];
  const visible = element.getBoundingClientRect().top < 0 && items.find((item) => {
    const { top, height } = item.getBoundingClientRect();
    // Folded elements have no height, and cannot be the place.
    return height > 0 && top >= 0;
  });
  if (focused) place.focus = focused.dataset.id;
  place.name = active?.textContent;
  if (visible) Object.assign(place, { id: visible.dataset.id, top: visible.getBoundingClientRect().top });
  // Records are sections, too.
  // The switch of the definition stands before the first view that follows it.
  const section = active?.closest(".ovc-definition")?.nextElementSibling
    ?? (visible || active)?.closest("section[id]:not([data-id])");
  if (section) place.view = section.id;
  // The live story shows one step.
  if (place.view === "story") place.step = (visible || active).closest("section[data-id]")?.dataset.id;
  place.asStatic = ["timeline", "compare"].includes(place.view);
  place.open = [...element.querySelectorAll("details[open]")].map(textAround);
  return place;
}

/** The text that a list of sources belongs to: the same in both views. */
const textAround = ({ parentNode }) => parentNode.textContent;

/** What can be focused. */
const CONTROLS = "button, a, summary";

/** Restores the place of the reader; returns by how many pixels the page is too short for that. */
export function restore(root, place) {
  for (const text of place.open) for (const list of root.querySelectorAll("details")) list.open ||= textAround(list) === text;
  // The static view has all views, and an event and a model may have the same id.
  const view = (place.view && root.querySelector(`section[id="${place.view}"]`)) || root;
  const find = (id) => id ? [...view.querySelectorAll(`[data-id="${CSS.escape(id)}"]`)] : [];
  const [item] = find(place.id);
  const row = item?.closest("li, tr") ?? item;
  const away = () => row ? row.getBoundingClientRect().top - place.top : 0;
  scrollBy({ top: away(), behavior: "instant" });
  // A mark, a row and an entry may have the same id.
  const inside = find(place.focus).flatMap((one) => one.matches("button") ? [one] : [...one.querySelectorAll(CONTROLS)]);
  // The controls around the views have the same words in both.
  const around = place.name ? [...root.querySelectorAll(CONTROLS)] : [];
  const named = ({ textContent }) => textContent === place.name;
  // Folded controls do not take focus.
  [...inside.filter(named), ...inside, ...around.filter(named)].some((control) => {
    control.focus({ preventScroll: true });
    return control.getRootNode().activeElement === control;
  });
  return away();
}
