use snippet::{Dressed, Embed};

use super::Update;
use crate::effect::Effect;
use crate::model::Website;
use crate::msg::WebsiteMsg;

/// Said if the script that themes the preview did not load.
const LOST: &str = "The preview cannot have your look: a file is missing on the website. Upload the whole folder again.";

/// Said once the fields are filled.
const FILLED: &str = "The fields have what these lines ask for.";

impl Update<'_> {
    pub(super) fn website(&mut self, msg: WebsiteMsg) {
        let Some(open) = &mut self.editor.open else { return };
        let website = &mut self.editor.website;
        open.notice = None;
        self.previews = true;
        match msg {
            WebsiteMsg::Set(attribute, value) => {
                website.embed.set(attribute, &value);
                website.before = None;
            }
            WebsiteMsg::Pasted(lines) => {
                website.pasted = lines;
                website.is_refused = false;
                return;
            }
            WebsiteMsg::Filled if fill(website) => open.notice = Some(FILLED.to_owned()),
            WebsiteMsg::Filled => return,
            WebsiteMsg::Cleared => website.replace(Embed::default()),
            WebsiteMsg::PutBack => {
                website.embed = website.before.take().unwrap_or_default();
                self.effects.push(Effect::Focus("website-clear"));
            }
            WebsiteMsg::PressedCopy(text) => return self.effects.push(Effect::Copy(text)),
        }
        self.effects.push(Effect::StoreSnippet(website.snippet()));
    }

    pub(super) fn copied(&mut self, is_copied: bool) {
        self.say(if is_copied {
            "Copied."
        } else {
            "The browser does not let the studio copy. Select the text, and copy it yourself."
        });
    }

    pub(super) fn loaded_theme(&mut self, is_loaded: bool) {
        if !is_loaded {
            self.say(LOST);
        }
        self.previews = true;
    }

    pub(super) fn themed(&mut self, answer: Option<&str>) {
        self.editor.website.dressed = Dressed::read(answer.unwrap_or_default());
    }
}

/// Fills the fields with the snippet that was pasted; whether there is a quiz in it.
fn fill(website: &mut Website) -> bool {
    let Some(embed) = Embed::read(&website.pasted, &website.own) else {
        website.is_refused = true;
        return false;
    };
    website.replace(embed);
    website.pasted.clear();
    true
}
