//! Finishes a build: `prerender BUILT SCRIPTS OUT` takes the program with what staff edit and the page's own
//! scripts, writes the first question, what the others need and the names of all files into the page,
//! the plain page and the studio beside it, and puts the whole into OUT, a folder that any static host can serve.
//! `prerender --fixtures OUT` writes every fixture of the view as a page.

mod opening;
mod plain;
mod studio;
mod style;

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use data::{Node, Placed, Problem};
use prerender::Icu;
use quiz::{Answers, Quiz};
use text::{Key, Locale, Plain, Text, is_rtl};
use view::{Failure, View, ViewState};
use yew::Callback;

use style::Style;

const QUIZ: &str = "data/microneedling.json";
const TEXT: &str = "text/en.json";
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
        [built, scripts, out] => page(Path::new(built), Path::new(scripts), Path::new(out)).await,
        _ => Err("use: prerender BUILT SCRIPTS OUT, or prerender --fixtures OUT".into()),
    }
}

async fn page(built: &Path, scripts: &Path, out: &Path) -> Outcome<()> {
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
        bindings = fill(&bindings, "later.wasm", &part("later")?)?;
    }
    let program = hashed(out, "quiz", "js", bindings)?;
    let fallback = hashed(out, "fallback", "js", fs::read(built.join("fallback.js"))?)?;
    let on = Callback::noop();
    let view = View { quiz: &quiz, text: &text, on: &on, result: Some(view::result) };
    let first = view.scene(&ViewState {
        answers: &Answers::none(&quiz),
        at: 0,
        attempted: false,
        shared: None,
        notice: None,
        stepped: false,
        along: false,
    });
    let opening = opening::script(&built.join(QUIZ), &built.join(TEXT))?;
    let head = [
        style::in_page(),
        format!("<script>{ANOTHER_QUIZ}</script>"),
        format!(
            "<script async src=\"{start}\" data-program=\"./{program}\" data-wasm=\"{wasm}\" \
             data-quiz=\"{QUIZ}\" data-text=\"{TEXT}\" data-languages=\"{}\" data-style=\"{}\" \
             data-extra-style=\"{}\" data-extra-fallback=\"./{fallback}\" data-extra-theme=\"{theme}\" \
             data-extra-session=\"{session}\"{}></script>",
            escaped(&languages(&quiz)),
            style.later,
            style.whole,
            if opening.is_some() { "" } else { " data-no-inline-data" },
        ),
        format!("<link rel=\"modulepreload\" href=\"{program}\">"),
        format!(
            "<link rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{wasm}\">"
        ),
        format!(
            "<noscript><meta http-equiv=\"refresh\" content=\"0; url={}\"></noscript>",
            view::plain_page(&quiz, &quiz.language)
        ),
    ];
    let html = fill(
        &fs::read_to_string(built.join("index.html"))?,
        "<title></title>",
        &format!("<title>{}</title>", escaped(quiz.title.as_str())),
    )?;
    let html = fill(&html, "<!-- head -->", &head.join("\n"))?;
    let html = fill(
        &html,
        "<!-- first question -->",
        &pressable(&prerender::render(first).await, &text)?,
    )?;
    let html = fill(&html, "<!-- opening -->", &opening.unwrap_or_default())?;
    let failure = prerender::render(view.failure(&Failure::ALL)).await;
    let html = fill(&html, "<!-- failure -->", &failure)?;
    let no_script = prerender::render(view.no_script()).await;
    let html = fill(&html, "<!-- no script -->", &no_script)?;
    let root = format!("<html {}>", in_language(&quiz.language));
    let html = fill(&html, "<html lang=\"en\">", &root)?;
    fs::write(out.join("index.html"), html)?;
    if built.join("studio.wasm").is_file() {
        studio::write(built, scripts, out)?;
    }
    plain::write(built, out, &style.whole).await
}

/// The first question, whose Continue shows that it was pressed before any script has come.
fn pressable(question: &str, text: &Text) -> Outcome<String> {
    let question = fill(
        question,
        "<button type=\"submit\" id=\"continue\"",
        "<button type=\"button\" id=\"continue\" popovertarget=\"moment\" popovertargetaction=\"show\"",
    )?;
    let question =
        question.replace("<img ", "<img loading=\"lazy\" ").replace("<footer>", "<footer hidden>");
    let moment = escaped(text.get(Key::Moment));
    Ok(format!("{question}<p id=\"moment\" class=\"notice\" popover=\"manual\">{moment}</p>"))
}

async fn fixtures(out: &Path) -> Outcome<()> {
    fs::create_dir_all(out)?;
    copy(Path::new("static/pictures"), &out.join("pictures"))?;
    let style = Style::write(out)?.whole;
    for fixture in prerender::fixtures::all() {
        let html = prerender::render(fixture.html).await;
        let page = format!(
            "<!doctype html><html {}><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title>\
             <link rel=\"stylesheet\" href=\"{style}\"></head><body><div id=\"quiz\">{html}</div></body></html>",
            in_language(&fixture.language),
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

/// The tags of every language, the quiz's own first.
fn languages(quiz: &Quiz) -> String {
    let others = quiz.languages.iter().map(|language| language.tag.as_str());
    let others = others.filter(|tag| *tag != quiz.language);
    std::iter::once(quiz.language.as_str()).chain(others).collect::<Vec<_>>().join(" ")
}

/// The attributes of a page's root.
fn in_language(language: &str) -> String {
    let direction = if is_rtl(language) { " dir=\"rtl\"" } else { "" };
    format!("lang=\"{}\"{direction}", escaped(language))
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

fn fill(html: &str, mark: &str, with: &str) -> Outcome<String> {
    if html.matches(mark).count() != 1 {
        return Err(format!("{mark} must stand once in what is built").into());
    }
    Ok(html.replacen(mark, with, 1))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
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
