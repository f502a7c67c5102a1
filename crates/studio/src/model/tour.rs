use super::page::HEADING;

/// A step in which somebody new is shown around.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tour {
    /// Whether they want to be shown around.
    Offer,
    /// The parts of the quiz.
    Parts,
    /// The form of a part.
    Form,
    /// The preview.
    Preview,
    /// What has to be fixed.
    Problems,
    /// How an edit gets onto the website.
    Publish,
}

impl Tour {
    /// The steps, in their order; the offer comes before them.
    pub const STEPS: [Self; 5] =
        [Self::Parts, Self::Form, Self::Preview, Self::Problems, Self::Publish];

    /// The next step; none behind the last.
    pub fn next(self) -> Option<Self> {
        match Self::STEPS.iter().position(|step| *step == self) {
            Some(index) => Self::STEPS.get(index + 1).copied(),
            None => Some(Self::Parts),
        }
    }

    /// As it stands in ids and styles.
    pub fn name(self) -> &'static str {
        match self {
            Self::Offer => "offer",
            Self::Parts => "parts",
            Self::Form => "form",
            Self::Preview => "preview",
            Self::Problems => "problems",
            Self::Publish => "publish",
        }
    }

    /// The element that it is about, except the preview, which comes into view by itself.
    pub(crate) fn place(self) -> Option<&'static str> {
        match self {
            Self::Offer | Self::Preview => None,
            Self::Parts => Some("parts"),
            Self::Form => Some(HEADING),
            Self::Problems => Some("ready"),
            Self::Publish => Some("publish"),
        }
    }

    /// What is said in it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Offer => "New here? Five steps show you around.",
            Self::Parts => {
                "The parts of the quiz: what visitors are asked, what they read, and your clinic. Find … (Ctrl+K) leads to any text."
            }
            Self::Form => {
                "Here you change the part that you chose. Each change is kept in this browser, and Undo has no end."
            }
            Self::Preview => {
                "The quiz as visitors see it, at each keystroke. Press a text in it to edit it; Try it lets you answer as a visitor."
            }
            Self::Problems => {
                "Here stands whether the quiz may be published, and Problems lists what is in the way. No figure goes out without its source, and no promise."
            }
            Self::Publish => {
                "Publish puts everything that changed into one zip and says where it goes. Before, let your clinician read the report and sign: Sign-off."
            }
        }
    }
}
