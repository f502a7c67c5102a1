use super::{Attribute, Dressed, Embed, Is};

/// What is said of a value, at its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Whether it cannot be used.
    pub is_wrong: bool,
    /// In plain words.
    pub words: String,
}

/// What is known besides the lines.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The folder of the studio, as an address.
    pub own: &'a str,
    /// The languages that the quiz has.
    pub languages: &'a [String],
    /// What became of the look.
    pub dressed: &'a Dressed,
    /// Why an address leads visitors nowhere; nothing where it does.
    pub astray: fn(&str) -> Option<String>,
}

impl Embed {
    /// What is said of an attribute.
    pub fn notices(&self, attribute: &Attribute, context: Context<'_>) -> Vec<Notice> {
        let Context { own, languages, dressed, astray } = context;
        let value = self.get(attribute.name).trim();
        match attribute.is {
            Is::Address if value.is_empty() => address(own).into_iter().collect(),
            _ if value.is_empty() => Vec::new(),
            Is::Address => address(value).into_iter().collect(),
            Is::File if !is_file(value) => {
                vec![wrong("Write the name of a file in the folder data, such as spring.")]
            }
            Is::Language if !is_offered(value, languages) => {
                vec![note("The quiz has no such language, so it begins in its own.")]
            }
            Is::OneOf(words) if words.iter().all(|(word, _)| *word != value) => {
                vec![wrong(&format!("“{value}” is nothing to choose, so it is not used."))]
            }
            Is::Number(least, most)
                if !whole(value).is_some_and(|it| (least..=most).contains(&it)) =>
            {
                vec![wrong(&format!("Write a whole number from {least} to {most}."))]
            }
            Is::Link if !is_link(value) => {
                vec![wrong("Write a whole address that begins with https:, tel: or mailto:.")]
            }
            Is::Link => astray(value)
                .map(|because| wrong(&format!("This leads nowhere: it {because}.")))
                .into_iter()
                .collect(),
            Is::Style if dressed.is_refused(attribute.name) => vec![wrong(match attribute.name {
                "radius" => "This cannot be used. Write a length such as 4px, or 0.",
                _ => "This cannot be used. Write names of fonts, such as Georgia, serif.",
            })],
            Is::Colour if dressed.is_refused(attribute.name) => {
                vec![wrong(
                    "This is no colour, or it can be seen through. Write one such as #1f6b66.",
                )]
            }
            Is::Colour => self.moved(attribute.name, dressed),
            _ => Vec::new(),
        }
    }

    /// Where a colour is not used as it is asked for.
    fn moved(&self, name: &str, dressed: &Dressed) -> Vec<Notice> {
        let Some(wanted) = dressed.wanted(name) else { return Vec::new() };
        let schemes = self.schemes();
        let other = |dark: &bool| dressed.used(name, *dark).filter(|used| *used != wanted);
        if name == "surface" {
            return match schemes {
                [dark] if other(dark).is_some() => {
                    let (is, chosen) = if *dark { ("light", "dark") } else { ("dark", "light") };
                    vec![note(&format!(
                        "It is {is}, so it is not used: the quiz is always {chosen}."
                    ))]
                }
                _ => Vec::new(),
            };
        }
        let notice = |dark: &bool| {
            let on = if *dark { "dark" } else { "light" };
            let used = other(dark)?;
            Some(note(&format!("It cannot be read well on {on}, so {used} is used there.")))
        };
        schemes.iter().filter_map(notice).collect()
    }

    /// The schemes that visitors may see, each by whether it is dark.
    pub fn schemes(&self) -> &'static [bool] {
        match self.get("theme") {
            "light" => &[false],
            "dark" => &[true],
            _ => &[false, true],
        }
    }
}

fn wrong(words: &str) -> Notice {
    Notice { is_wrong: true, words: words.to_owned() }
}

fn note(words: &str) -> Notice {
    Notice { is_wrong: false, words: words.to_owned() }
}

fn address(value: &str) -> Option<Notice> {
    let Some((scheme, rest)) = value.split_once("://") else {
        let is_other = value.split('/').next().is_some_and(|it| it.contains(':'));
        return Some(if is_other {
            wrong("Write an address that begins with https://.")
        } else {
            note(
                "Without https:// at its beginning it works on pages of the quiz's own website alone.",
            )
        });
    };
    let host = rest.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let is_here = host == "localhost" || host.starts_with("127.");
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" if host.is_empty() => Some(wrong("Write the whole address.")),
        "http" | "https" if is_here => {
            Some(note("This is your own computer. Write the address that visitors have."))
        }
        "https" => None,
        "http" => Some(note("Pages with https:// show nothing from http://.")),
        _ => Some(wrong("Write an address that begins with https://.")),
    }
}

fn is_file(value: &str) -> bool {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    value.starts_with(is_word) && value.chars().all(|c| is_word(c) || c == '.')
}

/// Whether the quiz has a language, be it for another region: es for es-MX or es_MX, es-MX for es.
fn is_offered(value: &str, languages: &[String]) -> bool {
    let first = |tag: &str| {
        tag.split(|c: char| !c.is_ascii_alphanumeric()).next().map(str::to_ascii_lowercase)
    };
    let value = first(value);
    languages.iter().any(|language| first(language) == value)
}

fn whole(value: &str) -> Option<u32> {
    let end = value.find(|c: char| !c.is_ascii_digit()).unwrap_or(value.len());
    value[..end].parse().ok()
}

fn is_link(value: &str) -> bool {
    let value = value.to_ascii_lowercase();
    ["https://", "tel:", "mailto:"]
        .iter()
        .any(|start| value.strip_prefix(start).is_some_and(|rest| !rest.is_empty()))
}
