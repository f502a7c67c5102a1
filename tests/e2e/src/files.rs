use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

/// The files of a built site, by what they do. Each path begins with `/`.
#[derive(Clone, Debug)]
pub struct Files {
    folder: PathBuf,
    html: String,
    /// The styles that the page does not have in itself.
    pub style: String,
    /// All styles: those of plain pages, and of a page whose own ones are refused.
    pub whole_style: String,
    /// The start script.
    pub start: String,
    /// The program's bindings.
    pub program: String,
    /// The program.
    pub wasm: String,
    /// What the program loads after the first question; empty if it is in one part.
    pub later: String,
    /// The program as plain JavaScript.
    pub fallback: String,
    /// The quiz's data.
    pub quiz: String,
    /// The interface words.
    pub text: String,
}

impl Files {
    /// Those of the folder that `SKIN_QUIZ_DIST` names.
    ///
    /// # Errors
    ///
    /// If it is unset or its page names no program.
    pub fn from_env() -> Result<Self> {
        let folder = env::var_os("SKIN_QUIZ_DIST").context(
            "SKIN_QUIZ_DIST is not set: run `cargo xtask test browser`, which builds the site",
        )?;
        let folder = PathBuf::from(folder);
        let page = folder.join("index.html");
        let html = fs::read_to_string(&page).with_context(|| format!("no {}", page.display()))?;
        let path = |mark: &str| {
            let from = html.split_once(mark).with_context(|| format!("the page has no {mark}"))?.1;
            let path = from.split('"').next().unwrap_or_default();
            anyhow::Ok(format!("/{}", path.trim_start_matches("./")))
        };
        let program = path("data-program=\"")?;
        let bindings = fs::read_to_string(folder.join(&program[1..]))?;
        let later = bindings.split("later-").nth(1).and_then(|rest| rest.split(".wasm").next());
        Ok(Self {
            later: later.map(|hash| format!("/later-{hash}.wasm")).unwrap_or_default(),
            style: path("data-style=\"")?,
            whole_style: path("data-extra-style=\"")?,
            start: path("async src=\"")?,
            program,
            wasm: path("data-wasm=\"")?,
            fallback: path("data-extra-fallback=\"")?,
            quiz: path("data-quiz=\"")?,
            text: path("data-text=\"")?,
            folder,
            html,
        })
    }

    /// The translation of the quiz into a language.
    pub fn translation(&self, language: &str) -> String {
        self.quiz.replace(".json", &format!(".{language}.json"))
    }

    /// The interface words of a language.
    pub fn text_in(&self, language: &str) -> String {
        self.text.replace("en.json", &format!("{language}.json"))
    }

    /// Every file that a first visit asks for in a clinic's page, in any order.
    ///
    /// # Errors
    ///
    /// If the page names a picture that is not there.
    pub fn first_load(&self) -> Result<Vec<String>> {
        let mut all = vec!["/embed.js".to_owned(), "/".to_owned()];
        let program = [&self.start, &self.program, &self.wasm, &self.later];
        let named = [&self.style, &self.quiz, &self.text].into_iter().chain(program);
        all.extend(named.cloned());
        for picture in self.html.split("src=\"pictures/").skip(1) {
            let name = picture.split('"').next().unwrap_or_default();
            let path = format!("/pictures/{name}");
            ensure!(self.folder.join(&path[1..]).is_file(), "no {path}");
            all.push(path);
        }
        Ok(all)
    }

    /// The hash by which policies allow what the page has in itself, in `script-src` or `style-src`, as
    /// `hosting/nginx.conf` has it.
    ///
    /// # Errors
    ///
    /// If it has none.
    pub fn allowed_hash(&self, directive: &str) -> Result<String> {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../hosting/nginx.conf");
        let text = fs::read_to_string(file)?;
        let policy = text.split(&format!("; {directive} ")).nth(1).context("no such directive")?;
        let policy = policy.split(';').next().unwrap_or_default();
        let hash = policy.split("'sha256-").nth(1).and_then(|rest| rest.split('\'').next());
        Ok(hash.context("no policy names a hash")?.to_owned())
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The page's HTML.
    pub fn html(&self) -> &str {
        &self.html
    }

    /// What is in a file.
    ///
    /// # Errors
    ///
    /// If it cannot be read as text.
    pub fn read(&self, path: &str) -> Result<String> {
        let file = self.folder.join(path.trim_start_matches('/'));
        fs::read_to_string(&file).with_context(|| format!("no {}", file.display()))
    }
}
