//! The pages as visitors are served them, made of what is edited: the page with the first question, and the
//! plain page in each language.

use std::collections::BTreeMap;

use data::Node;
use editor::overlay_name;
use page::Served;
use quiz::Quiz;
use text::{Locale, Text};

use crate::model::{INTERFACE, languages, words_name};

/// The names of the templates on the website, as the build writes them.
pub(crate) const TEMPLATES: [&str; 2] = ["index.template.html", "plain.template.html"];

/// Compressed copies which servers send in the place of the page, and which the studio cannot make.
pub(crate) const COPIES: [&str; 2] = ["index.html.br", "index.html.gz"];

/// What pages are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PagesJob {
    /// What they are for.
    pub of: PagesOf,
    /// Which state of the quiz they are of.
    pub edition: u64,
    /// The name of the quiz file.
    pub quiz: String,
    /// The text of every file, by name.
    pub files: BTreeMap<String, String>,
}

/// What pages are made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagesOf {
    /// They go to the website in a zip.
    Zip,
    /// The page around the studio publishes them.
    Host,
    /// A clinician looks at the draft.
    Clinician,
}

/// What the website has to make pages of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    /// The page without what staff edit; none if the website has none.
    pub page: Option<String>,
    /// The plain page without it.
    pub plain: Option<String>,
    /// Whether copies of the page lie beside it which a server would go on sending.
    pub have_copies: bool,
}

/// The pages of a quiz: name and HTML.
pub type Pages = Vec<(String, String)>;

/// Makes the pages, as far as there are templates and the files are without errors. For the website there are
/// none of a quiz that its page does not begin with, and none that its server would not send.
pub async fn pages(job: &PagesJob, on: &Templates, locale: fn(&str) -> Box<dyn Locale>) -> Pages {
    let source = Source { job, locale };
    let mut pages = Pages::new();
    let (Some(page), Some(quiz)) = (&on.page, source.quiz(None)) else { return pages };
    let is_own = page.contains(&format!("data-quiz=\"{}\"", job.quiz));
    if job.of != PagesOf::Clinician && (!is_own || on.have_copies) {
        return pages;
    }
    let languages = languages(&source.node(&job.quiz).unwrap_or(Node::Null));
    pages.extend(source.page(page, &quiz).await.map(|html| ("index.html".to_owned(), html)));
    if job.of == PagesOf::Clinician {
        return pages;
    }
    let in_language = |tag: &String| {
        let quiz = source.quiz(Some(tag))?;
        source.text(tag).map(|text| (quiz, text))
    };
    let all: Vec<(Quiz, Text)> = languages.iter().filter_map(in_language).collect();
    let tags: Vec<&str> = all.iter().map(|(quiz, _)| quiz.shown_language()).collect();
    for (quiz, text) in &all {
        let Some(template) = &on.plain else { break };
        let html = page::plain(template, quiz, text, &tags).await;
        let name = view::plain_page(quiz, quiz.shown_language());
        pages.extend(html.ok().map(|html| (name, html)));
    }
    pages
}

struct Source<'a> {
    job: &'a PagesJob,
    locale: fn(&str) -> Box<dyn Locale>,
}

impl Source<'_> {
    fn file(&self, name: &str) -> Option<&str> {
        self.job.files.get(name).map(String::as_str)
    }

    fn node(&self, name: &str) -> Option<Node> {
        check::node(self.file(name)?.as_bytes())
    }

    /// The quiz in a language, or in its own.
    fn quiz(&self, language: Option<&str>) -> Option<Quiz> {
        let own = self.node(&self.job.quiz)?;
        match language.filter(|tag| own.text("language") != Some(tag)) {
            None => data::quiz(&own).ok(),
            Some(tag) => {
                let overlay = self.node(&overlay_name(&self.job.quiz, tag))?;
                data::translated(own, &overlay).ok()
            }
        }
    }

    fn text(&self, language: &str) -> Option<Text> {
        Text::for_pages(&self.node(&words_name(language))?, (self.locale)(language)).ok()
    }

    async fn page(&self, template: &str, quiz: &Quiz) -> Option<String> {
        let words = words_name(&quiz.language);
        let words = self.file(&words).or_else(|| self.file(INTERFACE))?;
        let served = Served {
            quiz,
            text: &self.text(&quiz.language)?,
            data: self.file(&self.job.quiz)?,
            words,
        };
        page::page(template, served).await.ok()
    }
}
