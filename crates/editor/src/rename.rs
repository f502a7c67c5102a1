use data::{Node, Path, Step};

/// The label that a choice had before, if it has another one now and what stands for it in running text is
/// still the same.
pub fn former_label<'b>(before: &'b Node, quiz: &Node, choice: &Path) -> Option<&'b str> {
    let [Step::Field(questions), question, Step::Field(choices), _] = &choice.0[..] else {
        return None;
    };
    let asked = Path::new([Step::Field(questions.clone()), question.clone()]).node(quiz)?;
    let now = choice.node(quiz)?;
    let former = same(same(before.get(questions)?, asked)?.get(choices)?, now)?;
    let is_kept = word(now, "short").is_some() && word(former, "short") == word(now, "short");
    let is_renamed = word(former, "label") != word(now, "label");
    word(former, "label").filter(|_| is_kept && is_renamed)
}

fn word<'n>(choice: &'n Node, name: &str) -> Option<&'n str> {
    choice.get("words")?.text(name)
}

/// The entry of a list that has the id of another.
fn same<'l>(list: &'l Node, other: &Node) -> Option<&'l Node> {
    let Node::List(entries) = list else { return None };
    let id = other.text("id")?;
    entries.iter().find(|it| it.text("id") == Some(id))
}
