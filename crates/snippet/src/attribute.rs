/// An attribute of the element: what a clinic asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name on `<skin-quiz>`.
    pub name: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// What to write; empty where the label says it.
    pub help: &'static str,
    /// What it holds.
    pub is: Is,
    /// What changes nothing when it is written.
    pub without: &'static str,
    /// Whether the quiz's own page takes it in its address.
    pub is_in_address: bool,
}

/// What an attribute holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// Where the quiz is.
    Address,
    /// The name of a data file.
    File,
    /// A language that the quiz has.
    Language,
    /// One of some words, each with what it is called.
    OneOf(&'static [(&'static str, &'static str)]),
    /// A colour.
    Colour,
    /// What a style sheet takes.
    Style,
    /// A whole number within bounds.
    Number(u32, u32),
    /// Where a link leads.
    Link,
    /// There or not.
    Flag,
}

/// Which quiz is shown.
pub const QUIZ: [Attribute; 3] = [
    asked("src", "Address of the quiz", Is::Address).help("Empty: where this studio is."),
    asked("data", "Which quiz", Is::File)
        .help("The name of a file in the folder data, such as spring. Empty: the usual one.")
        .without("microneedling")
        .in_address(),
    asked("lang", "Language at first", Is::Language).in_address(),
];

/// How it looks.
pub const LOOK: [Attribute; 6] = [
    asked(
        "theme",
        "Light or dark",
        Is::OneOf(&[
            ("auto", "as the page around it looks"),
            ("light", "always light"),
            ("dark", "always dark"),
        ]),
    )
    .without("auto")
    .in_address(),
    asked("accent", "Buttons and links", Is::Colour).help("Empty: the quiz's green.").in_address(),
    asked("surface", "Background", Is::Colour)
        .help("A light colour changes the light scheme alone, a dark one the dark scheme.")
        .in_address(),
    asked("text", "Words", Is::Colour).in_address(),
    asked("radius", "How round corners are", Is::Style)
        .help("Such as 0 or 4px. Empty: 1.125rem.")
        .without("1.125rem")
        .in_address(),
    asked("font", "Font", Is::Style)
        .help("One that visitors have, such as Georgia, serif. None is loaded.")
        .in_address(),
];

/// How it stands on its page.
pub const PLACE: [Attribute; 7] = [
    asked("heading-level", "Level of its first heading", Is::Number(1, 6))
        .help("2 to 6, for those who hear the page: one more than that of the heading above it.")
        .without("1"),
    asked("booking-url", "Where to book", Is::Link).help(
        "On this website, in the place of the quiz's own. Begins with https:, tel: or mailto:.",
    ),
    asked("contact", "Where to ask", Is::Link)
        .help("On this website, in the place of the quiz's own."),
    asked(
        "storage",
        "Answers",
        Is::OneOf(&[("none", "are kept nowhere"), ("session", "are kept while the tab is open")]),
    )
    .help("They are kept only where the quiz has another address than the page.")
    .without("none")
    .in_address(),
    asked("height", "Room to keep free", Is::Number(1, 50_000))
        .help("In pixels, until the quiz is there, so that what is below it does not move."),
    asked(
        "loading",
        "It is loaded",
        Is::OneOf(&[("lazy", "when it comes near the screen"), ("eager", "at once")]),
    )
    .without("lazy"),
    asked("layer", "Tell a tag manager of each step, never of an answer", Is::Flag),
];

/// All of them, in the order in which they are written.
pub(super) fn all() -> impl Iterator<Item = &'static Attribute> {
    QUIZ.iter().chain(&LOOK).chain(&PLACE)
}

const fn asked(name: &'static str, label: &'static str, is: Is) -> Attribute {
    Attribute { name, label, help: "", is, without: "", is_in_address: false }
}

impl Attribute {
    const fn help(self, help: &'static str) -> Self {
        Self { help, ..self }
    }

    const fn without(self, without: &'static str) -> Self {
        Self { without, ..self }
    }

    const fn in_address(self) -> Self {
        Self { is_in_address: true, ..self }
    }

    /// The names that it may have on a page, the stronger one first.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = vec![self.name.to_owned(), format!("data-{}", self.name)];
        if self.name == "src" {
            names.push("data-skin-quiz".to_owned());
        }
        names
    }
}
