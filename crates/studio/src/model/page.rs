use data::{Path, Step};
use editor::Section;

/// The heading of what is edited, to move the focus to.
pub(crate) const HEADING: &str = "heading";

/// What is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Page {
    /// A part of the file, by its name.
    Part(&'static str),
    /// A thing of a list.
    Item(&'static str, usize),
    /// Everything about a concern, by its position among them; nothing for the list of them.
    Concern(Option<usize>),
    /// A language beside the quiz's own; nothing for the list of them.
    Language(Option<String>),
    /// A test visitor; nothing for the list of them.
    Visitor(Option<usize>),
    /// How the quiz looks on a website, and the lines that put it there.
    Website,
    /// All findings.
    Problems,
    /// The flow, to click through.
    Map,
    /// Sign-off.
    Sign,
    /// What changes on the website, and how it gets there.
    Publish,
    /// Versions to go back to, and other files to open.
    Files,
}

impl Page {
    /// The page that a place of the quiz is edited on.
    pub fn of(path: &Path) -> Self {
        let Some(Step::Field(first)) = path.0.first() else { return Self::Part("start") };
        let section = Section::ALL.iter().find(|section| section.name() == first.as_ref());
        match (section, path.0.get(1)) {
            (Some(Section::List(list)), Some(Step::Entry(index))) => Self::Item(list.name, *index),
            (Some(section), _) => Self::Part(section.name()),
            (None, _) => match first.as_ref() {
                "languages" => Self::Language(None),
                "reviewed" => Self::Sign,
                "accepted" => Self::Problems,
                _ => Self::Part("start"),
            },
        }
    }

    /// The page as it stands in the studio's address, behind `#`, and by which a studio that is started again
    /// finds it: `item/questions/3`.
    pub fn write(&self) -> String {
        let numbered = |index: &Option<usize>| index.map(|it| it.to_string()).unwrap_or_default();
        let (kind, name, index) = match self {
            Self::Part(name) => ("part", *name, String::new()),
            Self::Item(name, index) => ("item", *name, index.to_string()),
            Self::Language(tag) => ("language", tag.as_deref().unwrap_or_default(), String::new()),
            Self::Concern(index) => ("concern", "", numbered(index)),
            Self::Visitor(index) => ("visitor", "", numbered(index)),
            Self::Website => ("website", "", String::new()),
            Self::Problems => ("problems", "", String::new()),
            Self::Map => ("map", "", String::new()),
            Self::Sign => ("sign", "", String::new()),
            Self::Publish => ("publish", "", String::new()),
            Self::Files => ("files", "", String::new()),
        };
        let steps = [kind, name, &index].into_iter().filter(|step| !step.is_empty());
        steps.collect::<Vec<_>>().join("/")
    }

    /// The page that [`write`](Self::write) gave; nothing for any other text.
    pub fn read(text: &str) -> Option<Self> {
        let mut steps = text.split('/');
        let kind = steps.next()?;
        let name = steps.next().unwrap_or_default();
        let index = steps.next().unwrap_or_default();
        let known = || Section::ALL.iter().map(Section::name).find(|known| *known == name);
        Some(match kind {
            "part" => Self::Part(known()?),
            "item" => Self::Item(known()?, index.parse().ok()?),
            "language" => Self::Language((!name.is_empty()).then(|| name.to_owned())),
            "concern" => Self::Concern(name.parse().ok()),
            "visitor" => Self::Visitor(name.parse().ok()),
            "website" => Self::Website,
            "problems" => Self::Problems,
            "map" => Self::Map,
            "sign" => Self::Sign,
            "publish" => Self::Publish,
            "files" => Self::Files,
            _ => return None,
        })
    }

    /// Whether the quiz stands beside it as visitors see it: not where nothing of it is edited.
    pub fn has_preview(&self) -> bool {
        !matches!(self, Self::Files | Self::Publish | Self::Problems | Self::Map)
    }

    /// The place among test visitors that it shows.
    pub fn path_in_personas(&self) -> Path {
        let list = Step::Field("personas".into());
        match self {
            Self::Visitor(Some(index)) => Path(vec![list, Step::Entry(*index)]),
            _ => Path(vec![list]),
        }
    }

    /// The place of the quiz that it shows; nothing where it shows none.
    pub fn path(&self) -> Option<Path> {
        let list = |name: &'static str| Step::Field(name.into());
        match self {
            Self::Part(name) => Some(Path(vec![list(name)])),
            Self::Item(name, index) => Some(Path(vec![list(name), Step::Entry(*index)])),
            _ => None,
        }
    }
}
