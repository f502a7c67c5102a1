use super::attribute::{Is, all};
use super::write::folder;
use super::{Embed, Inside};
use html::{Tag, tags};

impl Embed {
    /// The first quiz in lines that somebody pasted, which may have anything around it; nothing where
    /// there is none. An address that is `own`, the studio's, is what it is without one.
    pub fn read(html: &str, own: &str) -> Option<Self> {
        let tags = tags(html);
        let at = tags.iter().position(is_quiz)?;
        let tag = &tags[at];
        let mut embed = Self::default();
        for attribute in all() {
            let names = attribute.names();
            let mut found = names.iter().filter_map(|name| tag.get(name).map(str::trim));
            let value = match attribute.is {
                Is::Address => found.find(|value| !value.is_empty()).map(str::to_owned),
                Is::Flag => found.next().map(|_| "on".to_owned()),
                Is::OneOf(_) => found.next().map(str::to_ascii_lowercase),
                _ => found.next().map(str::to_owned),
            };
            embed.set(attribute, &value.unwrap_or_default());
        }
        let script = tags.iter().filter(|tag| tag.name == "script").find_map(beside);
        if let Some(script) = &script {
            embed.values.entry("src").or_insert_with(|| script.clone());
        }
        let src = embed.get("src").to_owned();
        embed.script = script.filter(|script| *script != folder(&src));
        embed.inside = inside(html, &tags[at..], &src);
        if folder(&src) == folder(own) && !src.contains(['?', '#']) {
            embed.values.remove("src");
        }
        let is_other = |(name, _): &&(String, _)| all().all(|it| !it.names().contains(name));
        embed.others = tag.attributes.iter().filter(is_other).cloned().collect();
        Some(embed)
    }
}

fn is_quiz(tag: &Tag) -> bool {
    !tag.closes && (tag.name == "skin-quiz" || tag.get("data-skin-quiz").is_some())
}

/// The folder that the script `embed.js` lies in.
fn beside(tag: &Tag) -> Option<String> {
    let path = tag.get("src")?.trim().split(['?', '#']).next()?;
    let folder = path.strip_suffix("embed.js")?;
    (folder.is_empty() || folder.ends_with('/')).then(|| folder.to_owned())
}

/// What stands between the first of the tags and the one that closes it.
fn inside(html: &str, tags: &[Tag], src: &str) -> Inside {
    let (first, rest) = (&tags[0], &tags[1..]);
    let mut depth = 1;
    let end = rest.iter().position(|tag| {
        if tag.name == first.name {
            depth += if tag.closes { -1 } else { 1 };
        }
        depth == 0
    });
    let Some(end) = end else { return Inside::Link };
    let text = |from: &Tag, to: &Tag| html[from.span.end..to.span.start].trim().to_owned();
    let whole = text(first, &rest[end]);
    match &rest[..end] {
        _ if whole.is_empty() => Inside::Link,
        [link, label @ .., close]
            if link.name == "a"
                && link.attributes.len() == 1
                && link.get("href").is_some_and(|href| folder(href) == folder(src))
                && label.iter().all(|tag| tag.name != "a")
                && close.name == "a"
                && text(first, link).is_empty()
                && text(close, &rest[end]).is_empty() =>
        {
            match text(link, close) {
                label if label.is_empty() => Inside::Link,
                label => Inside::Called(label),
            }
        }
        _ => Inside::Own(whole),
    }
}
