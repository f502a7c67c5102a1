//! No two files of a crate need each other.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;

use proc_macro2::{Delimiter, TokenStream, TokenTree, token_stream::IntoIter};

use crate::files;

/// A module by its path from the root of its crate. Modules within a file are not looked at: they are tests.
type Module = Vec<String>;

/// What a file names.
#[derive(Default)]
struct File {
    paths: Vec<Vec<String>>,
    /// What its `use` lines bring in, by the name it has there.
    imports: BTreeMap<String, Vec<String>>,
}

struct Crate(BTreeMap<Module, File>);

/// A file needs the files that its paths lead to: those in `use` lines and all others. A name that a file
/// has from elsewhere is of the file where it is written. A module and those within it are one thing whose
/// face is the module's own file, so that it may call them and they may use what is written there: what it
/// needs of them does not count, what they need does.
#[test]
fn no_files_need_each_other() {
    let folders = files::folders("crates").into_iter().chain(["src".to_owned()]);
    let circles: Vec<String> = folders.flat_map(|folder| circles(&folder)).collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

/// Every file of Rust under a folder.
fn under(folder: &str) -> Vec<String> {
    let own = files::stems(folder, "rs").into_iter().map(|stem| format!("{folder}/{stem}.rs"));
    own.chain(files::folders(folder).iter().flat_map(|folder| under(folder))).collect()
}

fn circles(folder: &str) -> BTreeSet<String> {
    let source = if folder == "src" { folder.to_owned() } else { format!("{folder}/src") };
    let needs = Crate::new(&source).needs();
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        needs.keys().map(|module| (module, reached(&needs, module))).collect();
    let circle = |module: &&Module| {
        let all = reached[module].iter().filter(|other| reached[**other].contains(module));
        let names: Vec<String> = all.map(|module| module.join("::")).collect();
        (!names.is_empty()).then(|| format!("{folder}: {}", names.join(", ")))
    };
    needs.keys().filter_map(|module| circle(&module)).collect()
}

fn reached<'n>(
    needs: &'n BTreeMap<Module, BTreeSet<Module>>,
    from: &Module,
) -> BTreeSet<&'n Module> {
    let mut open = vec![from];
    let mut reached = BTreeSet::new();
    while let Some(module) = open.pop() {
        let next = needs[module].iter().filter(|next| reached.insert(*next));
        open.extend(next.collect::<Vec<_>>());
    }
    reached
}

impl Crate {
    fn new(source: &str) -> Self {
        let names = under(source).into_iter().filter(|name| name.ends_with(".rs"));
        let names: Vec<String> = names.collect();
        let is_library = names.contains(&format!("{source}/lib.rs"));
        let names = names.iter().filter(|name| !is_library || !name.ends_with("src/main.rs"));
        Self(names.map(|name| (module(source, name), File::new(&files::text(name)))).collect())
    }

    fn needs(&self) -> BTreeMap<Module, BTreeSet<Module>> {
        let of = |(module, file): (&Module, &File)| {
            let leads = file.paths.iter().filter_map(|path| self.file_of(module, path));
            let others = leads.filter(|other| !other.starts_with(module));
            (module.clone(), others.collect())
        };
        self.0.iter().map(of).collect()
    }

    /// The file in which what a path of another leads to is written; nothing where that is another crate.
    fn file_of(&self, from: &Module, path: &[String]) -> Option<Module> {
        let mut at = from.clone();
        let mut path = path.iter().map(String::as_str).peekable();
        match path.peek().copied()? {
            "crate" => at.clear(),
            "self" | "super" => {}
            name if self.0.contains_key(&inside(&at, name)) => {}
            _ => return None,
        }
        for name in path {
            match name {
                "crate" | "self" => {}
                "super" => _ = at.pop(),
                name if self.0.contains_key(&inside(&at, name)) => at = inside(&at, name),
                name => {
                    let elsewhere = self.0[&at].imports.get(name).filter(|_| at != *from);
                    return elsewhere.and_then(|path| self.file_of(&at, path)).or(Some(at));
                }
            }
        }
        Some(at)
    }
}

fn inside(module: &Module, name: &str) -> Module {
    module.iter().cloned().chain([name.to_owned()]).collect()
}

/// `crates/check/src/json/text.rs` is the module `json::text`, and so is `json/text/mod.rs`.
fn module(source: &str, name: &str) -> Module {
    let name = name.trim_start_matches(source).trim_start_matches('/').trim_end_matches(".rs");
    let name = name.trim_end_matches("mod").trim_end_matches('/');
    let is_root = name == "lib" || name == "main";
    if is_root { Module::new() } else { name.split('/').map(str::to_owned).collect() }
}

impl File {
    fn new(text: &str) -> Self {
        let mut file = Self::default();
        file.read(text.parse().expect("tokens of Rust"));
        file
    }

    fn read(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if word == "use" => self.import(&mut tokens, Vec::new()),
                TokenTree::Ident(word) if word == "mod" => {
                    tokens.next();
                    tokens.next_if(|next| matches!(next, TokenTree::Group(_)));
                }
                TokenTree::Ident(word) => {
                    let mut path = vec![word.to_string()];
                    while colons(&mut tokens) {
                        path.extend(ident(&mut tokens));
                    }
                    self.paths.extend((path.len() > 1).then_some(path));
                }
                TokenTree::Group(group) => self.read(group.stream()),
                _ => {}
            }
        }
    }

    /// The rest of a `use` line, or of a part of its braces.
    fn import(&mut self, tokens: &mut Peekable<IntoIter>, mut path: Vec<String>) {
        loop {
            match tokens.next() {
                Some(TokenTree::Ident(word)) if word == "self" && !path.is_empty() => {}
                Some(TokenTree::Ident(word)) => path.push(word.to_string()),
                Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                    let mut inner = group.stream().into_iter().peekable();
                    while inner.peek().is_some() {
                        self.import(&mut inner, path.clone());
                        inner.next();
                    }
                    return;
                }
                _ => break,
            }
            if !colons(tokens) {
                break;
            }
        }
        let renamed = tokens.next_if(|next| next.to_string() == "as").and_then(|_| ident(tokens));
        let name = renamed.or_else(|| path.last().cloned());
        self.imports.extend(name.map(|name| (name, path.clone())));
        self.paths.push(path);
    }
}

/// Whether two colons come next; they are taken.
fn colons(tokens: &mut Peekable<IntoIter>) -> bool {
    let mut colon = || tokens.next_if(|next| next.to_string() == ":").is_some();
    colon() && colon()
}

fn ident(tokens: &mut Peekable<IntoIter>) -> Option<String> {
    let next = tokens.next_if(|next| matches!(next, TokenTree::Ident(_)))?;
    Some(next.to_string())
}
