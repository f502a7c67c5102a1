use std::fs;
use std::path::Path;

use page::Mark;
use quiz::Quiz;

use super::{Outcome, QUIZ, TEXT, json, listed, quiz, text};

/// The plain page without what staff edit, from which the studio makes those that it publishes.
const TEMPLATE: &str = "plain.template.html";
const VERSION: &str = env!("CARGO_PKG_VERSION");

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
    let template = template(style);
    let languages: Vec<&str> = pages.iter().map(Quiz::shown_language).collect();
    for quiz in &pages {
        let language = quiz.shown_language();
        let text =
            text(&built.join(TEXT.replace("en.json", &format!("{language}.json"))), language)?;
        let html = page::plain(&template, quiz, &text, &languages).await?;
        fs::write(out.join(view::plain_page(quiz, language)), html)?;
    }
    fs::write(out.join(TEMPLATE), template)?;
    Ok(())
}

fn translated(built: &Path, language: &str) -> Outcome<Quiz> {
    let path = built.join(QUIZ.replace(".json", &format!(".{language}.json")));
    let overlay = json(&path)?;
    data::translated(json(&built.join(QUIZ))?, &overlay)
        .map_err(|problems| listed(&path, &overlay, &problems))
}

fn template(style: &str) -> String {
    let [language, title, description, alternates, body] =
        [Mark::Language, Mark::Title, Mark::Description, Mark::Alternates, Mark::Body]
            .map(Mark::written);
    format!(
        "<!doctype html>\n<html {language}>\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"skin-quiz {VERSION}\">\n\
         <title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
         <link rel=\"icon\" href=\"data:,\">\n{alternates}\
         <link rel=\"stylesheet\" href=\"{style}\">\n</head>\n<body>{body}</body>\n</html>\n"
    )
}
