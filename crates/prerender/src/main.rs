//! Finishes a build: `prerender BUILT SCRIPTS OUT` takes the program with what staff edit and the page's own
//! scripts, writes the first question, what the others need and the names of all files into the page,
//! the plain page and the studio beside it, and puts the whole into OUT, a folder that any static host can serve.
//! `prerender --fixtures OUT` writes every fixture of the view as a page.

mod plain;
mod studio;
mod style;

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use data::{Node, Placed, Problem};
use page::{Mark, Served, filled};
use prerender::Icu;
use quiz::Quiz;
use text::{Locale, Plain, Text};

use style::Style;

const QUIZ: &str = "data/microneedling.json";
const TEXT: &str = "text/en.json";
/// The page without what staff edit, from which the studio makes the page that it publishes.
const TEMPLATE: &str = "index.template.html";
/// What staff edit, as it is.
const CONTENT: [&str; 3] = ["data", "text", "pictures"];

/// Hides the first question before it is seen, where the page's address asks for another data file. The
/// policies in `hosting/` name it by its hash.
const ANOTHER_QUIZ: &str = include_str!("another_quiz.js");

type Outcome<T> = Result<T, Box<dyn Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    match &args[..] {
        [flag, out] if flag == "--fixtures" => fixtures(Path::new(out)).await,
        [built, scripts, out] => finish(Path::new(built), Path::new(scripts), Path::new(out)).await,
        _ => Err("use: prerender BUILT SCRIPTS OUT, or prerender --fixtures OUT".into()),
    }
}

async fn finish(built: &Path, scripts: &Path, out: &Path) -> Outcome<()> {
    for folder in CONTENT {
        copy(&built.join(folder), &out.join(folder))?;
    }
    let quiz = quiz(&built.join(QUIZ))?;
    let text = text(&built.join(TEXT), &quiz.language)?;
    let style = Style::write(out)?;
    let script = |stem: &str| -> Outcome<String> {
        let script = fs::read_to_string(scripts.join(stem).with_extension("js"))?;
        hashed(out, stem, "js", script)
    };
    let (start, theme, session) = (script("start")?, script("theme")?, script("session")?);
    let part = |stem: &str| -> Outcome<String> {
        hashed(out, stem, "wasm", fs::read(built.join(stem).with_extension("wasm"))?)
    };
    let wasm = part("quiz")?;
    let mut bindings = fs::read_to_string(built.join("quiz.js"))?;
    if built.join("later.wasm").is_file() {
        bindings = filled(&bindings, "later.wasm", &part("later")?)?;
    }
    let program = hashed(out, "quiz", "js", bindings)?;
    let fallback = hashed(out, "fallback", "js", fs::read(built.join("fallback.js"))?)?;
    let template = template(
        &built.join("index.html"),
        &[
            style::in_page(),
            format!("<script>{ANOTHER_QUIZ}</script>"),
            format!(
                "<script async src=\"{start}\" data-program=\"./{program}\" data-wasm=\"{wasm}\" \
             data-quiz=\"{QUIZ}\" data-text=\"{TEXT}\" data-languages=\"{}\" data-opening=\"{}\" data-style=\"{}\" \
             data-extra-style=\"{}\" data-extra-fallback=\"./{fallback}\" data-extra-theme=\"{theme}\" \
             data-extra-session=\"{session}\"></script>",
                Mark::Languages.written(),
                Mark::BringsAlong.written(),
                style.later,
                style.whole,
            ),
            format!("<link rel=\"modulepreload\" href=\"{program}\">"),
            format!(
                "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">"
            ),
            format!(
                "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>",
                view::plain_page(&quiz, &quiz.language)
            ),
        ],
    )?;
    let [data, words] = [QUIZ, TEXT].map(|file| fs::read_to_string(built.join(file)));
    let (data, words) = (data?, words?);
    let served = Served { quiz: &quiz, text: &text, data: &data, words: &words };
    fs::write(out.join("index.html"), page::page(&template, served).await?)?;
    fs::write(out.join(TEMPLATE), template)?;
    if built.join("studio.wasm").is_file() {
        studio::write(built, scripts, out)?;
    }
    plain::write(built, out, &style.whole).await
}

/// The page with its head, and marks for what staff edit.
fn template(page: &Path, head: &[String]) -> Outcome<String> {
    let mut page = fs::read_to_string(page)?;
    let title = format!("<title>{}</title>", Mark::Title.written());
    for (place, with) in [
        ("<html lang=\"en\">", format!("<html {}>", Mark::Language.written())),
        ("<title></title>", title),
        ("<!-- head -->", head.join("\n")),
        ("<!-- first question -->", Mark::FirstQuestion.written()),
        (
            "<!-- opening -->",
            format!(
                "<script type=\"application/json\" id=\"opening\">{}</script>",
                Mark::Opening.written()
            ),
        ),
        ("<!-- failure -->", Mark::Failure.written()),
        ("<!-- no script -->", Mark::NoScript.written()),
    ] {
        page = filled(&page, place, &with)?;
    }
    Ok(page)
}

async fn fixtures(out: &Path) -> Outcome<()> {
    fs::create_dir_all(out)?;
    copy(Path::new("static/pictures"), &out.join("pictures"))?;
    let style = Style::write(out)?.whole;
    for fixture in prerender::fixtures::all() {
        let html = page::render(fixture.html).await;
        let page = format!(
            "<!doctype html><html lang=\"{}\"{}><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title>\
             <link rel=\"stylesheet\" href=\"{style}\"></head><body><div id=\"quiz\">{html}</div></body></html>",
            fixture.language,
            if text::is_rtl(&fixture.language) { " dir=\"rtl\"" } else { "" },
            fixture.name
        );
        fs::write(out.join(fixture.name).with_extension("html"), page)?;
    }
    Ok(())
}

fn quiz(path: &Path) -> Outcome<Quiz> {
    let file = json(path)?;
    data::quiz(&file).map_err(|problems| listed(path, &file, &problems))
}

fn text(path: &Path, language: &str) -> Outcome<Text> {
    let locale: Box<dyn Locale> = match Icu::new(language) {
        Some(known) => Box::new(known),
        None => Box::new(Plain),
    };
    let file = json(path)?;
    Text::for_pages(&file, locale).map_err(|problems| listed(path, &file, &problems))
}

fn json(path: &Path) -> Outcome<Node> {
    let bytes = fs::read(path)?;
    serde_json::from_slice(&bytes)
        .map_err(|problem| format!("{}: {problem}", path.display()).into())
}

fn listed(path: &Path, file: &Node, problems: &[Problem]) -> Box<dyn Error> {
    let line = |problem| format!("{}: {}", path.display(), Placed(problem, file));
    let lines: Vec<String> = problems.iter().map(line).collect();
    lines.join("\n").into()
}

/// Writes a file whose name changes with its content, so that it can be cached for ever.
fn hashed(out: &Path, stem: &str, extension: &str, content: impl AsRef<[u8]>) -> Outcome<String> {
    let mut hasher = DefaultHasher::new();
    content.as_ref().hash(&mut hasher);
    let name = format!("{stem}-{:016x}.{extension}", hasher.finish());
    fs::write(out.join(&name), content)?;
    Ok(name)
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target: PathBuf = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
