//! Which file of a crate uses which, read from its `mod` and `use` items and from its paths.
//!
//! A parent uses its children, because it declares them. What a parent only exports again counts as
//! of the file that defines it.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use syn::visit::{self, Visit};
use syn::{Item, ItemMod, ItemUse, UseTree, Visibility};

/// The files that each file uses, by name.
pub type Imports = BTreeMap<String, BTreeSet<String>>;

/// The imports of all files below `root` (such as `src`), given as names and code.
pub fn imports(root: &str, files: &[(String, String)]) -> Imports {
    let sources: BTreeMap<Vec<String>, Source> = files
        .iter()
        .map(|(name, code)| (module_of(root, name), Source::new(name, code)))
        .collect();
    sources
        .iter()
        .map(|(module, source)| {
            let used = source.uses.iter();
            let used = used
                .filter_map(|path| defining_file(&sources, module, path, 0))
                .filter(|used| *used != source.name)
                .collect();
            (source.name.clone(), used)
        })
        .collect()
}

/// The circles of files that use each other: the shortest one through each file that is in any.
pub fn circles(imports: &Imports) -> BTreeSet<Vec<String>> {
    imports
        .keys()
        .filter_map(|start| circle_through(imports, start))
        .map(|mut circle| {
            circle.sort();
            circle
        })
        .collect()
}

fn circle_through(imports: &Imports, start: &String) -> Option<Vec<String>> {
    let mut paths = VecDeque::from([vec![start.clone()]]);
    let mut visited = BTreeSet::new();
    while let Some(path) = paths.pop_front() {
        for next in path.last().and_then(|last| imports.get(last))? {
            if next == start {
                return Some(path);
            }
            if visited.insert(next.clone()) {
                paths.push_back(path.iter().chain([next]).cloned().collect());
            }
        }
    }
    None
}

/// A path such as `crate::date::Day`, in its parts.
type Path = Vec<String>;

/// What a file says of other files.
#[derive(Default)]
struct Source {
    name: String,
    /// The items that it defines.
    items: BTreeSet<String>,
    /// The modules that it declares and what it uses.
    uses: Vec<Path>,
    /// What it exports again.
    exports: Vec<Path>,
}

impl Source {
    fn new(name: &str, code: &str) -> Self {
        let mut source = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        let file = syn::parse_file(code).unwrap_or_else(|error| panic!("{name}: {error}"));
        source.visit_file(&file);
        source
    }
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_private = matches!(item.vis, Visibility::Inherited);
        let found = if is_private {
            &mut self.uses
        } else {
            &mut self.exports
        };
        expand(&mut Vec::new(), &item.tree, found);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let is_test = item.attrs.iter().any(|attribute| {
            attribute.path().is_ident("cfg")
                && attribute
                    .parse_args::<syn::Ident>()
                    .is_ok_and(|name| name == "test")
        });
        match &item.content {
            _ if is_test => {}
            None => self
                .uses
                .push(vec!["self".to_owned(), item.ident.to_string()]),
            Some(_) => {
                let (uses, exports) = (self.uses.len(), self.exports.len());
                visit::visit_item_mod(self, item);
                // From inside, `super` is this file.
                let inner = self.uses[uses..].iter_mut();
                for path in inner.chain(&mut self.exports[exports..]) {
                    if path.first().is_some_and(|first| first == "super") {
                        path[0] = "self".to_owned();
                    }
                }
            }
        }
    }

    /// Who may see an item is no use of it.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Path = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        if parts.len() > 1 {
            self.uses.push(parts);
        }
        visit::visit_path(self, path);
    }

    /// The body of a macro is no code yet; its paths begin with `crate`.
    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        let body = item.tokens.to_string().replace(' ', "");
        // Who may see an item is no use of it, here as elsewhere.
        let body = body.replace("(incrate::", "");
        for rest in body.split("crate::").skip(1) {
            let end =
                rest.find(|letter: char| !(letter.is_alphanumeric() || "_:".contains(letter)));
            let path = rest[..end.unwrap_or(rest.len())].trim_end_matches(':');
            let parts = std::iter::once("crate").chain(path.split("::"));
            self.uses.push(parts.map(str::to_owned).collect());
        }
        visit::visit_macro(self, item);
    }

    fn visit_item(&mut self, item: &'ast Item) {
        let name = match item {
            Item::Struct(item) => Some(&item.ident),
            Item::Enum(item) => Some(&item.ident),
            Item::Trait(item) => Some(&item.ident),
            Item::Type(item) => Some(&item.ident),
            Item::Const(item) => Some(&item.ident),
            Item::Static(item) => Some(&item.ident),
            Item::Fn(item) => Some(&item.sig.ident),
            _ => None,
        };
        self.items.extend(name.map(ToString::to_string));
        visit::visit_item(self, item);
    }
}

/// The paths of a tree of `use`.
fn expand(before: &mut Path, tree: &UseTree, found: &mut Vec<Path>) {
    let mut leaf = |name: String| {
        found.push(before.iter().cloned().chain([name]).collect());
    };
    match tree {
        UseTree::Name(name) => leaf(name.ident.to_string()),
        UseTree::Rename(name) => leaf(name.ident.to_string()),
        UseTree::Glob(_) => leaf("*".to_owned()),
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            expand(before, &path.tree, found);
            before.pop();
        }
        UseTree::Group(group) => {
            for item in &group.items {
                expand(before, item, found);
            }
        }
    }
}

/// The module of a file: `src/ui/timeline.rs` is `[ui, timeline]`, the root of the crate `[]`.
fn module_of(root: &str, name: &str) -> Path {
    let path = name.trim_start_matches(root).trim_start_matches('/');
    match path.trim_end_matches(".rs") {
        "lib" => Vec::new(),
        path => path.split('/').map(str::to_owned).collect(),
    }
}

/// The file that defines what a path names in a module; `None` for what is of another crate.
fn defining_file(
    sources: &BTreeMap<Path, Source>,
    module: &[String],
    path: &[String],
    depth: usize,
) -> Option<String> {
    let path = absolute(sources, module, path)?;
    let length = (0..=path.len())
        .rev()
        .find(|length| sources.contains_key(&path[..*length]))?;
    let (owner, item) = path.split_at(length);
    let source = sources.get(owner)?;
    if let Some(item) = item.first().filter(|_| depth < 9) {
        let exported = source.exports.iter().find_map(|export| {
            let is_item = export.last() == Some(item);
            let is_glob = export.last().is_some_and(|last| last == "*");
            let target = if is_glob {
                &export[..export.len() - 1]
            } else {
                export
            };
            let file = (is_item || is_glob)
                .then(|| defining_file(sources, owner, target, depth + 1))
                .flatten()?;
            (is_item || defines(sources, &file, item)).then_some(file)
        });
        if exported.is_some() {
            return exported;
        }
    }
    Some(source.name.clone())
}

fn defines(sources: &BTreeMap<Path, Source>, file: &str, item: &str) -> bool {
    let mut sources = sources.values();
    sources.any(|source| source.name == file && source.items.contains(item))
}

/// A path from the root of the crate; `None` for what is of another crate.
fn absolute(sources: &BTreeMap<Path, Source>, module: &[String], path: &[String]) -> Option<Path> {
    let (mut at, parts) = match path.first()?.as_str() {
        "crate" => (Vec::new(), &path[1..]),
        "self" => (module.to_vec(), &path[1..]),
        "super" => (module.to_vec(), path),
        child => {
            let is_child = sources.contains_key(
                &module
                    .iter()
                    .cloned()
                    .chain([child.to_owned()])
                    .collect::<Path>(),
            );
            (is_child.then(|| module.to_vec())?, path)
        }
    };
    for part in parts {
        match part.as_str() {
            "super" => {
                at.pop();
            }
            "self" => {}
            part => at.push(part.to_owned()),
        }
    }
    Some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(files: &[(&str, &str)]) -> Imports {
        let files: Vec<(String, String)> = files
            .iter()
            .map(|(name, code)| ((*name).to_owned(), (*code).to_owned()))
            .collect();
        imports("src", &files)
    }

    #[test]
    fn a_child_that_uses_its_parent_is_a_circle() {
        let found = of(&[
            ("src/lib.rs", "mod a;"),
            ("src/a.rs", "mod b;\npub struct A;"),
            ("src/a/b.rs", "use super::A;"),
        ]);
        assert_eq!(circles(&found).len(), 1);
    }

    #[test]
    fn siblings_below_one_parent_are_none() {
        let found = of(&[
            ("src/lib.rs", "mod a;"),
            ("src/a.rs", "mod b;\nmod c;\npub use c::{C, D};\nuse b::B;"),
            (
                "src/a/b.rs",
                "use super::{\n    C,\n    D,\n};\nuse std::rc::Rc;",
            ),
            ("src/a/c.rs", "pub struct C;\npub struct D;"),
        ]);
        assert!(circles(&found).is_empty(), "{found:?}");
        assert!(found["src/a/b.rs"].contains("src/a/c.rs"));
        assert_eq!(found["src/a.rs"].len(), 2);
    }
}
