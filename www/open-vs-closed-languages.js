// Which words an element shows, and which languages there are to choose from. Part of the code that is loaded when an
// element comes near; the build makes one file of both.

/** The language that an element inherits, across shadow roots. */
function inheritedLang(element) {
  for (let node = element; node; node = node.getRootNode().host) {
    const lang = node.closest("[lang]")?.lang;
    if (lang) return lang;
  }
  return "en";
}

/** A language tag and those that it falls back to: `ko-KR`, `ko`. */
const fallbacks = (tag) => tag.split("-").map((_, at, parts) => parts.slice(0, parts.length - at).join("-"));

/** The name of a language in that language. */
function nameOf(lang) {
  try {
    return new Intl.DisplayNames([lang], { type: "language" }).of(lang);
  } catch {
    return lang;
  }
}

/** The language that the page's fragment asks for, where an element follows it. */
export function linkedLang(element) {
  const { hash } = element.ownerDocument.defaultView.location;
  return element.hasAttribute("sync-url") ? new URLSearchParams(hash.slice(1)).get("lang") : null;
}

/** The file of words that an element shows, and whether only its interface is meant, because the words belong to other
 * data; `null` where the original words do. `words` has the files by language, `attribute` is the value of `lang`, and
 * `chosen` the reader's choice, which goes before the attributes. */
export function wordsOf(element, { words, original, attribute, chosen }) {
  const custom = element.getAttribute("words");
  const wanted = fallbacks(chosen || attribute || inheritedLang(element));
  const lang = wanted.find((tag) => tag === original || Object.hasOwn(words, tag));
  if (custom && !(chosen && lang === original)) return { address: new URL(custom, element.baseURI).href, interfaceOnly: false };
  if (!lang || lang === original) return null;
  return { address: words[lang], interfaceOnly: Boolean(element.getAttribute("src")) };
}

/** The languages of the built-in data, each with its own name. */
export function languagesOf(element, { words, original }) {
  if (element.getAttribute("src") || element.getAttribute("words")) return [];
  return [original, ...Object.keys(words)].map((lang) => [lang, nameOf(lang)]);
}
