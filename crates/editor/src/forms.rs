use super::field::{Field, FieldType, Word};

/// A part of the file with a form of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Section {
    /// Fields of the file itself.
    Fields(&'static str, &'static str, &'static [Field]),
    /// A list of things.
    List(&'static List),
}

/// A list of things that have one form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct List {
    /// The field that holds it.
    pub name: &'static str,
    /// What the list is called.
    pub title: &'static str,
    /// What one is called.
    pub one: &'static str,
    /// What somebody is asked for to add one.
    pub ask: &'static str,
    /// What it is for, in a sentence.
    pub help: &'static str,
    /// The form of one.
    pub fields: &'static [Field],
    /// Lists within one.
    pub lists: &'static [&'static List],
}

impl Section {
    /// Every part, in the order in which somebody works through it.
    pub const ALL: [Self; 11] = [
        Self::Fields("start", "Start", START),
        Self::List(&QUESTIONS),
        Self::List(&ENDINGS),
        Self::List(&CAUTIONS),
        Self::List(&BENEFITS),
        Self::List(&PLANS),
        Self::List(&CARE),
        Self::List(&ASK),
        Self::List(&NOTES),
        Self::List(&SOURCES),
        Self::Fields("clinic", "Clinic and booking", CLINIC),
    ];

    /// Names it in the page's address.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Fields(name, ..) => name,
            Self::List(list) => list.name,
        }
    }

    /// What it is called.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Fields(_, title, _) => title,
            Self::List(list) => list.title,
        }
    }
}

/// The form of the list of this name, one of the file's own.
pub fn form(list: &str) -> Option<&'static List> {
    Section::ALL.iter().find_map(|section| match section {
        Section::List(one) if one.name == list => Some(*one),
        _ => None,
    })
}

/// The form of the list of this name, one of the file's own or one within things of another.
pub(super) fn any_form(list: &str) -> Option<&'static List> {
    form(list).or_else(|| {
        Section::ALL.iter().find_map(|section| match section {
            Section::List(one) => sublist(one, list),
            Section::Fields(..) => None,
        })
    })
}

/// The list of this name within things of another.
pub fn sublist(list: &List, name: &str) -> Option<&'static List> {
    list.lists.iter().copied().find(|one| one.name == name)
}

const fn word(word: &'static str, label: &'static str) -> Word {
    Word { word, label }
}

const KIND: FieldType =
    FieldType::OneOf(&[word("one", "one answer"), word("many", "any number of answers")]);
const LEVEL: FieldType = FieldType::OneOf(&[
    word("hold", "Hold: do not treat now, see a clinician"),
    word("ask", "Ask first, before booking"),
    word("tell", "Tell the provider"),
]);
const EVIDENCE: FieldType = FieldType::OneOf(&[
    word("very-limited", "very limited"),
    word("low", "low"),
    word("limited", "limited"),
    word("moderate", "moderate"),
    word("strong", "strong"),
]);
const STAGE: FieldType =
    FieldType::OneOf(&[word("before", "before"), word("during", "during"), word("after", "after")]);

const WHEN: Field = Field::new(&["when"], "Shown", FieldType::Rule, "").optional();
const CITED: Field =
    Field::new(&["sources"], "Sources", FieldType::Sources, "What this rests on.").optional();

const START: &[Field] = &[
    Field::new(
        &["words", "title"],
        "Title",
        FieldType::Line,
        "The page's title. It says nothing of the visitor.",
    ),
    Field::new(
        &["words", "purpose"],
        "Purpose",
        FieldType::Text,
        "One sentence, above the first question.",
    ),
    Field::new(
        &["words", "facts"],
        "Short facts",
        FieldType::Lines,
        "How long it takes, for whom, where answers stay.",
    ),
    Field::new(
        &["words", "result"],
        "Heading of the result",
        FieldType::Line,
        "{concerns} stands for what it is about.",
    ),
    Field::new(
        &["checked"],
        "Sources last checked",
        FieldType::Date,
        "The day somebody last opened every source.",
    ),
    Field::new(&["version"], "Day of this version", FieldType::Date, ""),
];

const CLINIC: &[Field] = &[
    Field::new(&["clinic", "name"], "Name", FieldType::Line, "As visitors know it."),
    Field::new(
        &["clinic", "booking", "link"],
        "Link to book",
        FieldType::Link,
        "A web address, telephone number or e-mail address. Shown only where nothing speaks against treatment now.",
    )
    .optional(),
    Field::new(
        &["clinic", "booking", "words", "label"],
        "What that link says",
        FieldType::Line,
        "",
    )
    .optional(),
    Field::new(
        &["clinic", "contact", "link"],
        "Link to ask",
        FieldType::Link,
        "A web address, telephone number or e-mail address.",
    )
    .optional(),
    Field::new(
        &["clinic", "contact", "words", "label"],
        "What that link says",
        FieldType::Line,
        "",
    )
    .optional(),
];

/// The questions of a quiz.
static QUESTIONS: List = List {
    name: "questions",
    title: "Questions",
    one: "question",
    ask: "What do you want to ask?",
    help: "One screen each, in this order. A condition can look at questions before it only.",
    fields: &[
        Field::new(&["words", "title"], "Question", FieldType::Line, ""),
        Field::new(&["words", "hint"], "Hint", FieldType::Line, "How to answer; one line.")
            .optional(),
        Field::new(
            &["words", "part"],
            "Part of the quiz",
            FieldType::Line,
            "A few words above the question.",
        )
        .optional(),
        Field::new(&["kind"], "Visitors give", KIND, ""),
        Field::new(&["when"], "Asked", FieldType::Rule, "").optional(),
    ],
    lists: &[&CHOICES],
};

static CHOICES: List = List {
    name: "choices",
    title: "Choices",
    one: "choice",
    ask: "What can a visitor choose?",
    help: "",
    fields: &[
        Field::new(&["words", "label"], "Label", FieldType::Line, ""),
        Field::new(&["words", "hint"], "Hint", FieldType::Line, "").optional(),
        Field::new(
            &["words", "short"],
            "In running text",
            FieldType::Line,
            "As in “may help with acne scars”; the label where it is empty.",
        )
        .optional(),
        Field::new(
            &["exclusive"],
            "Excludes the others, as “None of these” does",
            FieldType::Flag,
            "",
        )
        .optional(),
        Field::new(
            &["picture"],
            "Picture",
            FieldType::Picture,
            "Choose a file, or drop it here: a drawing (SVG) or a photo, which is made as small as visitors see it.",
        )
        .optional(),
        Field::new(&["swatch"], "Patch of colour", FieldType::Colour, "").optional(),
    ],
    lists: &[],
};

static ENDINGS: List = List {
    name: "endings",
    title: "Endings",
    one: "ending",
    ask: "What is its title?",
    help: "Reasons to end kindly before the result. The quiz ends as soon as one holds.",
    fields: &[
        Field::new(&["words", "title"], "Title", FieldType::Line, ""),
        Field::new(&["words", "text"], "Text", FieldType::Text, ""),
        Field::new(&["when"], "Ends", FieldType::Rule, ""),
    ],
    lists: &[],
};

static CAUTIONS: List = List {
    name: "cautions",
    title: "Cautions",
    one: "caution",
    ask: "What is its title?",
    help: "What to settle before treatment. The strictest is shown first, and a hold takes booking away.",
    fields: &[
        Field::new(
            &["words", "title"],
            "Title",
            FieldType::Line,
            "Begin with what the visitor said: “You told us of …”",
        ),
        Field::new(&["level"], "Level", LEVEL, ""),
        Field::new(
            &["words", "text"],
            "Text",
            FieldType::Text,
            "What to do. {name} stands for a figure of this caution.",
        ),
        Field::new(&["when"], "Shown", FieldType::Rule, ""),
        CITED,
    ],
    lists: &[&FIGURES],
};

static BENEFITS: List = List {
    name: "benefits",
    title: "Benefits",
    one: "benefit",
    ask: "What is its title?",
    help: "What the treatment may do for a concern, and what it does not.",
    fields: &[
        Field::new(&["words", "title"], "Title", FieldType::Line, ""),
        Field::new(&["for"], "For visitors who chose", FieldType::Pick, ""),
        Field::new(
            &["words", "may"],
            "It may …",
            FieldType::Text,
            "Say “may”; name no figure but as {name}.",
        ),
        Field::new(&["words", "not"], "What it does not do", FieldType::Text, ""),
        Field::new(&["evidence"], "Evidence", EVIDENCE, ""),
        Field::new(&["words", "evidence"], "What that rests on", FieldType::Text, ""),
        Field::new(&["when"], "And only", FieldType::Rule, "").optional(),
        Field::new(&["sources"], "Sources", FieldType::Sources, "At least one."),
    ],
    lists: &[&FIGURES],
};

static PLANS: List = List {
    name: "plans",
    title: "Plans",
    one: "plan",
    ask: "A short name, for you alone",
    help: "What a course looks like in studies. Every figure needs its sources.",
    fields: &[
        Field::new(&["for"], "For visitors who chose", FieldType::Pick, ""),
        Field::new(&["when"], "And only", FieldType::Rule, "Such as how noticeable it is.")
            .optional(),
        Field::new(&["sessions"], "Sessions", FieldType::Range, "Fewest and most."),
        Field::new(&["weeksBetween"], "Weeks between sessions", FieldType::Range, ""),
        Field::new(
            &["firstVisibleWeeksAfterFirst"],
            "Weeks from the first session to the first change",
            FieldType::Range,
            "Empty where nobody measured it.",
        )
        .optional(),
        Field::new(
            &["fullWeeksAfterLast"],
            "Weeks from the last session to the full result",
            FieldType::Range,
            "Empty where nobody measured it.",
        )
        .optional(),
        Field::new(
            &["rednessDays"],
            "Days of redness",
            FieldType::Range,
            "Empty for a treatment without.",
        )
        .optional(),
        Field::new(&["rednessMaxDays"], "Days of redness at most", FieldType::Number, "")
            .optional(),
        Field::new(&["evidence"], "Evidence for these figures", EVIDENCE, ""),
        Field::new(&["words", "note"], "Remark", FieldType::Text, "").optional(),
        Field::new(
            &["borrowedFrom"],
            "The figures are those for",
            FieldType::Pick,
            "Where this concern has none of its own.",
        )
        .optional(),
        Field::new(&["words", "borrowed"], "Say that they are borrowed", FieldType::Text, "")
            .optional(),
        Field::new(&["sources"], "Sources", FieldType::Sources, "At least one."),
    ],
    lists: &[],
};

static CARE: List = List {
    name: "care",
    title: "Care",
    one: "piece of advice",
    ask: "What is the advice?",
    help: "Before, during and after a session.",
    fields: &[
        Field::new(&["stage"], "When", STAGE, ""),
        Field::new(
            &["words", "text"],
            "Advice",
            FieldType::Text,
            "{name} stands for a figure of it.",
        ),
        WHEN,
        CITED,
    ],
    lists: &[&FIGURES],
};

static ASK: List = List {
    name: "ask",
    title: "Questions to bring",
    one: "question to bring",
    ask: "What should the visitor ask?",
    help: "For the consultation.",
    fields: NOTE,
    lists: &[&FIGURES],
};

static NOTES: List = List {
    name: "notes",
    title: "Notes",
    one: "note",
    ask: "What does it say?",
    help: "What every result carries, such as that it is no advice.",
    fields: NOTE,
    lists: &[&FIGURES],
};

const NOTE: &[Field] = &[
    Field::new(&["words", "text"], "Text", FieldType::Text, "{name} stands for a figure of it."),
    WHEN,
    CITED,
];

static FIGURES: List = List {
    name: "figures",
    title: "Figures in the text",
    one: "figure",
    ask: "The figure with its unit, such as “10 to 30 minutes”",
    help: "In the text it is written as its name in braces, so that it always has a source.",
    fields: &[
        Field::new(&["words", "text"], "Figure with its unit", FieldType::Line, ""),
        Field::new(&["sources"], "Sources", FieldType::Sources, "At least one."),
    ],
    lists: &[],
};

static SOURCES: List = List {
    name: "sources",
    title: "Sources",
    one: "source",
    ask: "What is it called, as published?",
    help: "Where every fact and figure comes from.",
    fields: &[
        Field::new(&["title"], "Title", FieldType::Line, "As published."),
        Field::new(
            &["published"],
            "Published",
            FieldType::Line,
            "Journal, regulator or maker, and year.",
        ),
        Field::new(&["link"], "Link", FieldType::Link, "https://doi.org/… or the regulator's page")
            .optional(),
        Field::new(
            &["unconfirmed"],
            "Nobody has opened it yet",
            FieldType::Flag,
            "No figure may rest on it.",
        )
        .optional(),
    ],
    lists: &[],
};
