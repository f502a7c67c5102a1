use std::fmt;

/// Where a template has room for something that staff edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The attributes of the root: language and direction.
    Language,
    /// The title.
    Title,
    /// The tags of every language, in an attribute.
    Languages,
    /// Whether the page brings something along, in an attribute: `inline`, else `none`.
    BringsAlong,
    /// The first question.
    FirstQuestion,
    /// What the page brings along of the files, as JSON.
    Opening,
    /// What a visitor reads if the quiz cannot be shown.
    Failure,
    /// What a visitor reads who has no JavaScript.
    NoScript,
    /// What a search engine reads of a plain page.
    Description,
    /// The plain pages in every language.
    Alternates,
    /// The body of a plain page.
    Body,
}

impl Mark {
    /// The mark as it stands in a template.
    pub fn written(self) -> String {
        format!("<!--skin-quiz:{}-->", self.name())
    }

    fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Title => "title",
            Self::Languages => "languages",
            Self::BringsAlong => "brings-along",
            Self::FirstQuestion => "first-question",
            Self::Opening => "opening",
            Self::Failure => "failure",
            Self::NoScript => "no-script",
            Self::Description => "description",
            Self::Alternates => "alternates",
            Self::Body => "body",
        }
    }
}

/// A text that must stand once in a template stands there more or less often: it is of another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingMark(pub String);

impl fmt::Display for MissingMark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} must stand once in what is built", self.0)
    }
}

impl std::error::Error for MissingMark {}

/// A page with something in the place of a text that stands in it once.
///
/// # Errors
///
/// If it does not.
pub fn filled(page: &str, place: &str, with: &str) -> Result<String, MissingMark> {
    if page.matches(place).count() != 1 {
        return Err(MissingMark(place.to_owned()));
    }
    Ok(page.replacen(place, with, 1))
}

/// A template with what belongs to its marks. What is filled in is not searched for marks.
pub(crate) fn with_marks(template: &str, parts: &[(Mark, String)]) -> Result<String, MissingMark> {
    let mut places = Vec::with_capacity(parts.len());
    for (mark, part) in parts {
        let mark = mark.written();
        let mut found = template.match_indices(&mark);
        match (found.next(), found.next()) {
            (Some((at, _)), None) => places.push((at, mark.len(), part)),
            _ => return Err(MissingMark(mark)),
        }
    }
    places.sort_by_key(|place| place.0);
    let (mut page, mut from) = (String::new(), 0);
    for (at, length, part) in places {
        page.push_str(&template[from..at]);
        page.push_str(part);
        from = at + length;
    }
    page.push_str(&template[from..]);
    Ok(page)
}

/// A text as it stands in HTML, between tags or in an attribute in double quotes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// The attributes of a page's root.
pub(crate) fn in_language(language: &str) -> String {
    let direction = if text::is_rtl(language) { " dir=\"rtl\"" } else { "" };
    format!("lang=\"{}\"{direction}", escaped(language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_mark_stands_once_and_what_is_filled_in_holds_none() {
        let [title, body] = [Mark::Title, Mark::Body].map(Mark::written);
        let parts = [(Mark::Body, title.clone()), (Mark::Title, "A title".to_owned())];
        let page = with_marks(&format!("<b>{title}</b><i>{body}</i>"), &parts);
        assert_eq!(page, Ok(format!("<b>A title</b><i>{title}</i>")));
        for template in [title.clone(), format!("{title}{body}{title}")] {
            assert!(with_marks(&template, &parts).is_err(), "{template}");
        }
    }
}
