use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, bail};
use html5gum::{Token, Tokenizer};

/// Every file of `dist` that a browser fetches for `index.html`, itself among them: what its tags
/// refer to, and what its `data-` attributes, scripts and styles name and `dist` has. What only few
/// pages ask for is named by `data-extra-` attributes and no part of it.
///
/// # Errors
///
/// If a tag refers to a file of the site that is not there.
pub(crate) fn referenced(dist: &Path) -> Result<BTreeSet<String>> {
    let page = in_page(&read(dist, "index.html")?);
    if let Some(lost) = page.fetched.iter().find(|name| !dist.join(name).is_file()) {
        bail!("dist/index.html refers to {lost}, which dist/ lacks");
    }
    let is_there = |name: &String| dist.join(name).is_file();
    let mut found = BTreeSet::from(["index.html".to_owned()]);
    let mut waiting = page.fetched;
    waiting.extend(page.named.into_iter().filter(is_there));
    while let Some(name) = waiting.pop() {
        let is_code = name.ends_with(".js") || name.ends_with(".css");
        if found.insert(name.clone()) && is_code {
            let quoted = in_code(&read(dist, &name)?, &name);
            waiting.extend(quoted.into_iter().filter(is_there));
        }
    }
    Ok(found)
}

fn read(dist: &Path, name: &str) -> Result<String> {
    let bytes = std::fs::read(dist.join(name))
        .with_context(|| format!("dist/{name} cannot be read: run `cargo xtask build`"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// What a page refers to.
#[derive(Default)]
struct InPage {
    /// What the browser itself fetches.
    fetched: Vec<String>,
    /// What may be the name of a file that a script fetches.
    named: Vec<String>,
}

fn in_page(page: &str) -> InPage {
    let mut found = InPage::default();
    for Ok(token) in Tokenizer::new(page) {
        let Token::StartTag(tag) = token else {
            continue;
        };
        if matches!(&**tag.name, b"a" | b"area" | b"base" | b"form") {
            continue;
        }
        for (attribute, value) in &tag.attributes {
            found.add(&String::from_utf8_lossy(attribute), &String::from_utf8_lossy(value));
        }
    }
    found
}

impl InPage {
    fn add(&mut self, attribute: &str, value: &str) {
        match attribute {
            "src" | "href" | "poster" | "xlink:href" => self.fetched.extend(local(value, "")),
            "srcset" | "imagesrcset" => {
                let candidates = value.split(',').filter_map(|one| one.split_whitespace().next());
                self.fetched.extend(candidates.filter_map(|one| local(one, "")));
            }
            _ if attribute.starts_with("data-extra-") => {}
            _ if attribute.starts_with("data-") => self.named.extend(local(value, "")),
            _ => {}
        }
    }
}

fn in_code(code: &str, name: &str) -> Vec<String> {
    let folder = name.rfind('/').map_or("", |end| &name[..=end]);
    code.split(['"', '\'', '`', '(', ')']).filter_map(|word| local(word, folder)).collect()
}

/// The file of `dist` that a relative reference from `folder` leads to.
fn local(reference: &str, folder: &str) -> Option<String> {
    let path = reference.split(['?', '#']).next()?.trim();
    let outside = path.is_empty() || path.starts_with('/') || path.contains(':');
    if outside || path.contains(['\n', '{', '\\', '\0']) {
        return None;
    }
    let mut parts: Vec<&str> = folder.split_terminator('/').collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r##"<!doctype html><html><head>
        <base href="./">
        <link rel="stylesheet" href="./style-1a2b3c4d.css">
        <link rel="modulepreload" href="./quiz-1a2b3c4d.js">
        <link rel="canonical" href="https://quiz.example/">
        <link rel="icon" href="data:image/svg+xml,%3Csvg/%3E">
        <script type="module" src="start.js?v=1" data-quiz="data/quiz.json"></script>
        </head><body><a href="other.html">Other</a>
        <!-- <img src="commented.png"> -->
        <img src="pictures/a.svg" srcset="pictures/a.svg 1x, pictures/b.svg 2x" alt="">
        <svg><use href="#icon"></use></svg></body></html>"##;

    #[test]
    fn a_page_refers_by_its_tags() {
        let page = in_page(PAGE);
        assert_eq!(page.named, ["data/quiz.json"]);
        assert_eq!(
            page.fetched,
            [
                "style-1a2b3c4d.css",
                "quiz-1a2b3c4d.js",
                "start.js",
                "pictures/a.svg",
                "pictures/a.svg",
                "pictures/b.svg",
            ]
        );
    }

    #[test]
    fn code_refers_by_what_it_quotes() {
        let style = "a { background: url(../pictures/a.svg) } b { src: url('f.woff2') }";
        let names = in_code(style, "css/style.css");
        assert!(names.contains(&"pictures/a.svg".to_owned()));
        assert!(names.contains(&"css/f.woff2".to_owned()));
        let script = "import init from \"./quiz.js\"; new URL('/absolute.js')";
        assert!(in_code(script, "start.js").contains(&"quiz.js".to_owned()));
        assert_eq!(local("../../secret", "a/"), None);
    }

    #[test]
    fn what_scripts_name_counts_when_it_is_there() {
        let dist = std::env::temp_dir().join(format!("xtask-dist-{}", std::process::id()));
        std::fs::create_dir_all(&dist).expect("a folder");
        let write = |name: &str, text: &str| std::fs::write(dist.join(name), text).expect("a file");
        write(
            "index.html",
            "<script src=start.js data-a=a.json data-b=b.json data-extra-c=c.json></script>",
        );
        assert!(referenced(&dist).is_err());
        write("start.js", "import './glue.js'; import './not-there.js'");
        write("glue.js", "new URL('quiz_bg.wasm', import.meta.url); './start.js'");
        write("quiz_bg.wasm", "");
        write("a.json", "");
        write("c.json", "");
        write("unused.css", "");
        let found = referenced(&dist).expect("references");
        let expected = ["a.json", "glue.js", "index.html", "quiz_bg.wasm", "start.js"];
        assert!(found.iter().eq(expected), "{found:?}");
        std::fs::remove_dir_all(dist).expect("a removed folder");
    }
}
