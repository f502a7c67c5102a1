/// A page in Markdown without the section of a title, and that section. It reaches to the next one.
fn parted<'p>(page: &'p str, title: &str) -> (&'p str, &'p str, &'p str) {
    let heading = format!("## {title}\n");
    let Some(start) = start(page, &heading) else { return (page, "", "") };
    let length = page[start + heading.len()..].find("\n## ");
    let end = length.map_or(page.len(), |length| start + heading.len() + length + 1);
    (&page[..start], &page[start..end], &page[end..])
}

fn start(page: &str, heading: &str) -> Option<usize> {
    if page.starts_with(heading) { Some(0) } else { Some(page.find(&format!("\n{heading}"))? + 1) }
}

/// The section of a title; empty where there is none.
pub(crate) fn section<'p>(page: &'p str, title: &str) -> &'p str {
    parted(page, title).1
}

/// A page with a section in the place of the one of its title, else before the last one.
pub(crate) fn with_section(page: &str, title: &str, section: &str) -> String {
    let section = format!("{}\n", section.trim_end());
    match parted(page, title) {
        (before, "", _) if section.trim().is_empty() => before.to_owned(),
        (page, "", _) => {
            let last = page.rfind("\n## ").map_or(page.len(), |at| at + 1);
            [&page[..last], &section, "\n", &page[last..]].concat()
        }
        (before, _, "") => [before, &section].concat(),
        (before, _, after) => [before, &section, "\n", after].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# All\n\nText.\n\n## One\n\n1\n\n## Last\n\nHow.\n";

    #[test]
    fn a_section_is_put_before_the_last_and_then_replaced() {
        let once = with_section(PAGE, "Mine", "## Mine\n\na\n");
        assert_eq!(once, "# All\n\nText.\n\n## One\n\n1\n\n## Mine\n\na\n\n## Last\n\nHow.\n");
        assert_eq!(with_section(&once, "Mine", "## Mine\n\na\n"), once);
        assert_eq!(with_section(&once, "Mine", "## Mine\n\nb"), once.replace("\na\n", "\nb\n"));
        assert_eq!(with_section(PAGE, "Last", "## Last\n\nHow."), PAGE);
    }

    #[test]
    fn a_section_outlasts_a_page_that_is_written_anew() {
        let old = with_section(PAGE, "Mine", "## Mine\n\na\n");
        assert_eq!(with_section(PAGE, "Mine", section(&old, "Mine")), old);
        assert_eq!(with_section(PAGE, "Mine", section(PAGE, "Mine")), PAGE);
    }
}
