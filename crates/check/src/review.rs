use data::{Digest, Node};

/// A shorter name says nothing.
const SHORTEST: usize = 5;

/// Who reviewed a quiz or a translation, as its file says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Review<'f> {
    /// Name and role.
    pub by: &'f str,
    /// The day, as the file writes it.
    pub on: &'f str,
    /// Whether it is a review of what the file says now; visitors read the name only then.
    pub is_current: bool,
}

impl<'f> Review<'f> {
    /// That of a quiz; nothing if nobody reviewed it.
    pub fn of_quiz(file: &'f Node) -> Option<Self> {
        Self::read(file, Digest::of_quiz(file))
    }

    /// That of a translation of a quiz; nothing if nobody reviewed it.
    pub fn of_translation(quiz: &Node, file: &'f Node) -> Option<Self> {
        Self::read(file, Digest::of_translation(Digest::of_quiz(quiz), file))
    }

    fn read(file: &'f Node, digest: Digest) -> Option<Self> {
        let review = file.get("reviewed").filter(|it| matches!(it, Node::Object(_)))?;
        let is_current = review.text("digest").is_some_and(|written| digest.is(written));
        let [by, on] = ["by", "on"].map(|field| review.text(field).unwrap_or("?"));
        Some(Self { by, on, is_current })
    }
}

/// Whether a name says who reviewed something: it has a few letters, and more than a title and a role.
pub fn says_who(by: &str) -> bool {
    by.trim().len() >= SHORTEST && is_name(by)
}

fn is_name(by: &str) -> bool {
    const NO_NAMES: [&str; 36] = [
        "dr",
        "dra",
        "prof",
        "professor",
        "md",
        "rn",
        "phd",
        "mr",
        "mrs",
        "ms",
        "doctor",
        "doctora",
        "nurse",
        "dermatologist",
        "dermatóloga",
        "dermatólogo",
        "clinician",
        "translator",
        "reviewer",
        "name",
        "names",
        "surname",
        "nombre",
        "apellido",
        "your",
        "here",
        "role",
        "and",
        "todo",
        "tbd",
        "tba",
        "xxx",
        "nobody",
        "none",
        "الاسم",
        "دكتور",
    ];
    let words = by.split(|c: char| !c.is_alphabetic() && c != '\'' && c != '’');
    let is_later = |word: &str| ["TODO", "TBD", "TBA", "FIXME", "XXX"].contains(&word);
    let mut words = words.filter(|word| word.chars().count() > 1 || !word.is_ascii()).peekable();
    if by.split(|c: char| !c.is_alphanumeric()).any(is_later)
        || by.contains(['…', '_', '[', '<', '{'])
    {
        return false;
    }
    words.any(|word| !word.is_empty() && !NO_NAMES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::says_who;

    #[test]
    fn a_title_is_no_name() {
        for by in [
            "",
            "   ",
            "x",
            "Ana",
            "TODO",
            "Dr",
            "TODO: name",
            "Dr …",
            "Name",
            "Dr Name",
            "Your name, dermatologist",
            "Dr. ___",
            "TBD",
            "Dr A.",
        ] {
            assert!(!says_who(by), "{by}");
        }
        for by in ["Dr A. Example, dermatologist", "Dr Li", "Ana Ruiz", "د. سارة", "王医生"]
        {
            assert!(says_who(by), "{by}");
        }
    }
}
