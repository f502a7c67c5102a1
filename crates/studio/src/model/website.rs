use serde_json::json;
use snippet::{Attribute, Context, Dressed, Embed, Form, LOOK, Notice, Page};

/// How the quiz looks on the website. The browser stores it, as the snippet to paste.
#[derive(Debug)]
pub struct Website {
    /// What the snippet asks for.
    pub embed: Embed,
    /// The folder of the studio, as an address.
    pub own: String,
    /// What the preview made of the theme.
    pub dressed: Dressed,
    /// A snippet from the website that the fields are not filled with yet.
    pub pasted: String,
    /// Whether there was no quiz in it.
    pub is_refused: bool,
    /// What all fields had before they were filled or emptied at once, until one is changed again.
    pub before: Option<Embed>,
}

impl Website {
    /// As `stored` has it, for a studio in the folder of the address `own`.
    pub fn new(own: String, stored: Option<&str>) -> Self {
        let embed = stored.and_then(|snippet| Embed::read(snippet, &own));
        Self {
            embed: embed.unwrap_or_default(),
            own,
            dressed: Dressed::default(),
            pasted: String::new(),
            is_refused: false,
            before: None,
        }
    }

    pub(crate) fn replace(&mut self, embed: Embed) {
        if self.embed != embed {
            self.before = Some(std::mem::replace(&mut self.embed, embed));
        }
    }

    /// The snippet to store.
    pub(crate) fn snippet(&self) -> String {
        self.embed.lines(Form::Element, Page { address: &self.own, title: "" })
    }

    /// What is wrong with an attribute, for a quiz in these languages.
    pub(crate) fn findings(&self, attribute: &Attribute, languages: &[String]) -> Vec<Notice> {
        self.embed.notices(
            attribute,
            Context { own: &self.own, languages, dressed: &self.dressed, astray },
        )
    }

    /// The theme that the preview is to have: the attributes of the look with their values, as JSON.
    pub(crate) fn theme(&self) -> String {
        let wanted: Vec<_> = LOOK.iter().map(|it| (it.name, self.embed.get(it.name))).collect();
        json!(wanted).to_string()
    }
}

/// Why an address leads visitors nowhere.
fn astray(address: &str) -> Option<String> {
    check::link(address).err().map(|astray| astray.because)
}
