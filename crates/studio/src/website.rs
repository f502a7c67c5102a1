use browser::clipboard;
use browser::studio::frame::Frame;
use browser::studio::{site, storage};
use serde_json::json;
use snippet::{Attribute, Dressed, Embed, Form, Here, Known, LOOK, Told};
use yew::Callback;

use super::act::Act;
use super::desk::Desk;

/// What the browser keeps it as.
const NAME: &str = "skin-quiz-studio-website";

/// What is said where the script that dresses the preview did not come.
pub(super) const LOST: &str = "The preview cannot have your look: a file is missing on the website. Upload the whole folder again.";

/// How the quiz stands on the website. It is kept in the browser, as the lines to paste.
pub(super) struct Website {
    pub(super) embed: Embed,
    /// The folder of the studio, as an address.
    pub(super) own: String,
    /// What the preview made of the look.
    pub(super) dressed: Dressed,
    /// What it was asked for, and whether it is dark: dressing lays the whole preview out anew.
    worn: Option<(String, bool)>,
    /// Lines from the website that are not taken over yet.
    pub(super) pasted: String,
    /// Whether there was no quiz in them.
    pub(super) is_refused: bool,
    /// What all fields had before they were filled or emptied at once, until one is changed again.
    pub(super) before: Option<Embed>,
}

/// What is changed of it.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// An attribute asks for something else.
    Ask(&'static Attribute, String),
    /// Lines were pasted.
    Paste(String),
    /// They are taken over.
    TakeOver,
    /// Everything is as without any attribute again.
    Clear,
    /// Everything is as it was before that, or before lines were taken over.
    PutBack,
    /// A text is wanted in the clipboard.
    Copy(String),
    /// It is there, or the browser refused.
    Copied(bool),
}

impl Website {
    /// As it was when somebody was here last.
    pub(super) fn kept() -> Self {
        let own = site::folder();
        let embed = storage::kept(NAME).and_then(|lines| Embed::read(&lines, &own));
        Self {
            embed: embed.unwrap_or_default(),
            own,
            dressed: Dressed::default(),
            worn: None,
            pasted: String::new(),
            is_refused: false,
            before: None,
        }
    }

    fn replace(&mut self, embed: Embed) {
        if self.embed != embed {
            self.before = Some(std::mem::replace(&mut self.embed, embed));
        }
    }

    fn keep(&self) {
        let here = Here { address: &self.own, title: "" };
        storage::keep(NAME, &self.embed.lines(Form::Element, here));
    }

    /// What is said of an attribute, where the quiz has these languages.
    pub(super) fn told(&self, attribute: &Attribute, languages: &[String]) -> Vec<Told> {
        self.embed.told(attribute, Known { own: &self.own, languages, dressed: &self.dressed })
    }

    /// Gives the preview the look, if it has another.
    pub(super) fn dress(&mut self, frame: &Frame, dark: bool) {
        let wishes: Vec<_> = LOOK.iter().map(|it| (it.name, self.embed.get(it.name))).collect();
        let wanted = (json!(wishes).to_string(), dark);
        if self.worn.as_ref() == Some(&wanted) {
            return;
        }
        let told = frame.dress(&wanted.0, dark);
        self.dressed = Dressed::read(told.as_deref().unwrap_or_default());
        self.worn = told.map(|_| wanted);
    }
}

pub(super) fn change(desk: &mut Desk, change: Change, on: &Callback<Act>) {
    let website = &mut desk.website;
    desk.notice = None;
    match change {
        Change::Ask(attribute, value) => {
            website.embed.set(attribute, &value);
            website.before = None;
        }
        Change::Paste(lines) => {
            website.pasted = lines;
            website.is_refused = false;
            return;
        }
        Change::TakeOver => match Embed::read(&website.pasted, &website.own) {
            Some(embed) => {
                website.replace(embed);
                website.pasted.clear();
                desk.notice = Some("The fields have what these lines ask for.".to_owned());
            }
            None => {
                website.is_refused = true;
                return;
            }
        },
        Change::Clear => website.replace(Embed::default()),
        Change::PutBack => website.embed = website.before.take().unwrap_or_default(),
        Change::Copy(text) => {
            let copied =
                on.reform(|left: Option<String>| Act::Website(Change::Copied(left.is_none())));
            clipboard::copy(text, copied);
            return;
        }
        Change::Copied(is_copied) => {
            let told = if is_copied {
                "Copied."
            } else {
                "The browser does not let the studio copy. Select the text, and copy it yourself."
            };
            desk.notice = Some(told.to_owned());
            return;
        }
    }
    desk.website.keep();
}
