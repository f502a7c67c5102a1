use std::fs;
use std::path::Path;

use quiz::Quiz;
use view::{View, plain_page as name};
use yew::Callback;

use super::{Outcome, QUIZ, TEXT, escaped, in_language, json, listed, quiz, text};

/// Writes the plain page, in each language that has its files, into a folder.
pub(crate) async fn write(built: &Path, out: &Path, style: &str) -> Outcome<()> {
    let own = quiz(&built.join(QUIZ))?;
    let others: Vec<String> = own.languages.iter().skip(1).map(|other| other.tag.clone()).collect();
    let mut pages = vec![own];
    for language in &others {
        match translated(built, language) {
            Ok(quiz) => pages.push(quiz),
            Err(problem) => eprintln!("no plain page in {language}: {problem}"),
        }
    }
    let languages: Vec<&str> = pages.iter().map(Quiz::shown_language).collect();
    for quiz in &pages {
        let language = quiz.shown_language();
        let text =
            text(&built.join(TEXT.replace("en.json", &format!("{language}.json"))), language)?;
        let view = View { quiz, text: &text, on: &Callback::noop(), result: None };
        let body = prerender::render(view.plain(&languages)).await;
        let html = format!("{}<body>{body}</body>\n</html>\n", head(quiz, &languages, style));
        fs::write(out.join(name(quiz, language)), html)?;
    }
    Ok(())
}

fn translated(built: &Path, language: &str) -> Outcome<Quiz> {
    let path = built.join(QUIZ.replace(".json", &format!(".{language}.json")));
    let overlay = json(&path)?;
    data::translated(json(&built.join(QUIZ))?, &overlay)
        .map_err(|problems| listed(&path, &overlay, &problems))
}

fn head(quiz: &Quiz, languages: &[&str], style: &str) -> String {
    let language = quiz.shown_language();
    let alternates = languages.iter().map(|&other| {
        format!("<link rel=\"alternate\" hreflang=\"{other}\" href=\"{}\">\n", name(quiz, other))
    });
    format!(
        "<!doctype html>\n<html {}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{}</title>\n<meta name=\"description\" content=\"{}\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"canonical\" href=\"{}\">\n{}\
         <link rel=\"stylesheet\" href=\"{style}\">\n</head>\n",
        in_language(language),
        escaped(quiz.title.as_str()),
        escaped(quiz.purpose.as_str()),
        name(quiz, language),
        alternates.collect::<String>(),
    )
}
