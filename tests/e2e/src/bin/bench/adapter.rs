/// Where things are on a subject's page, as selectors.
#[derive(Debug)]
pub(crate) struct Adapter {
    /// What holds a question's words.
    pub(crate) heading: &'static str,
    /// What a visitor taps to pick a choice.
    pub(crate) choice: &'static str,
    /// What moves on.
    pub(crate) next: &'static str,
    /// What holds the words of the last screen.
    pub(crate) end: &'static str,
    /// Whether a tap on one choice of a question moves on by itself.
    pub(crate) moves_on: bool,
    /// What stands in the page as it was served, and goes when the program runs.
    pub(crate) served: Option<&'static str>,
}

pub(crate) const OURS: Adapter = Adapter {
    heading: "#heading",
    choice: "label.choice",
    next: "#continue",
    end: "#heading",
    moves_on: true,
    served: Some("#quiz main"),
};

pub(crate) const PLAIN: Adapter = Adapter {
    heading: "h1",
    choice: "label",
    next: "button",
    end: "h1",
    moves_on: true,
    served: None,
};

pub(crate) const SURVEYJS: Adapter = Adapter {
    heading: ".sd-question__title",
    choice: ".sd-selectbase__label",
    next: ".sd-navigation__next-btn",
    end: ".sd-completedpage",
    moves_on: true,
    served: None,
};

pub(crate) const VUE_FLOW_FORM: Adapter = Adapter {
    heading: ".f-text",
    choice: ".f-radios li",
    next: ".o-btn-action",
    end: ".fh2",
    moves_on: false,
    served: None,
};
