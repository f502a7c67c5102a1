use quiz::{Answers, End, Item, Kind, List, Outcome, Pick, Quiz, Walk};

/// Every walk, tried.
pub(super) fn walks(quiz: &Quiz) -> Vec<Walk> {
    let (mut open, mut walks) = (vec![Answers::none(quiz)], Vec::new());
    while let Some(answers) = open.pop() {
        let walk = Walk::new(quiz, &answers);
        match walk.end() {
            End::Open(question) => open.extend(
                ways(quiz, question).iter().map(|way| answered(quiz, &answers, question, way)),
            ),
            End::Ending(_) | End::Result => walks.push(walk),
        }
    }
    walks
}

/// Every set of answers to some questions, asked or not.
pub(super) fn states(quiz: &Quiz) -> Vec<Answers> {
    let mut states = vec![Answers::none(quiz)];
    for question in 0..quiz.questions.len() {
        let more: Vec<Answers> = states
            .iter()
            .flat_map(|answers| {
                let ways = ways(quiz, question);
                let more = ways.iter().map(|way| answered(quiz, answers, question, way));
                more.collect::<Vec<_>>()
            })
            .collect();
        states.extend(more);
    }
    states
}

fn answered(quiz: &Quiz, answers: &Answers, question: usize, way: &[usize]) -> Answers {
    way.iter().fold(answers.clone(), |answers, &choice| answers.after(quiz, question, choice))
}

fn ways(quiz: &Quiz, question: usize) -> Vec<Vec<usize>> {
    let question = &quiz.questions[question];
    let all = 1..1_usize << question.choices.len();
    let sets = all.map(|bits| {
        (0..question.choices.len()).filter(|choice| bits >> choice & 1 == 1).collect::<Vec<_>>()
    });
    let excludes =
        |choice: &usize| question.kind == Kind::One || question.choices[*choice].exclusive;
    sets.filter(|set| set.len() == 1 || !set.iter().any(excludes)).collect()
}

/// After how many questions a walk has come to something; nothing where it never does.
pub(super) fn reached(quiz: &Quiz, walk: &Walk, item: Item) -> Option<usize> {
    let is_reached = match item.list {
        List::Questions => return asked(walk, item.index),
        List::Endings => walk.end() == End::Ending(item.index),
        _ => walk.end() == End::Result && is_shown(quiz, walk, item),
    };
    is_reached.then_some(walk.asked().len())
}

/// After how many questions a choice has been picked on a walk.
pub(super) fn picked(walk: &Walk, pick: Pick) -> Option<usize> {
    asked(walk, pick.question).filter(|_| walk.counted().of(pick.question).has(pick.choice))
}

fn asked(walk: &Walk, question: usize) -> Option<usize> {
    walk.asked().iter().position(|&asked| asked == question).map(|at| at + 1)
}

fn is_shown(quiz: &Quiz, walk: &Walk, item: Item) -> bool {
    let outcome = Outcome::new(quiz, walk.counted());
    let at = item.index;
    let benefits = || outcome.concerns.iter().flat_map(|concern| &concern.benefits);
    match item.list {
        List::Questions | List::Endings => false,
        List::Cautions => {
            outcome.cautions.iter().any(|it| std::ptr::eq(it.item, &raw const quiz.cautions[at]))
        }
        List::Benefits => benefits().any(|it| std::ptr::eq(it.item, &raw const quiz.benefits[at])),
        List::Plans => outcome.plans().iter().any(|it| it.id == quiz.plans[at].id),
        List::Care => outcome.care.iter().any(|it| it.id == quiz.care[at].id),
        List::Ask => outcome.ask.iter().any(|it| it.id == quiz.ask[at].id),
        List::Notes => outcome.notes.iter().any(|it| it.id == quiz.notes[at].id),
    }
}

/// The answers with which the rule of an item is looked at on a walk.
pub(super) fn looked_at(quiz: &Quiz, walk: &Walk, item: Item) -> Option<Answers> {
    match (item.list, walk.end()) {
        (List::Questions, End::Ending(_)) => walk
            .asked()
            .last()
            .is_some_and(|&last| item.index <= last)
            .then(|| walk.counted().clone()),
        (List::Questions, _) => Some(walk.counted().clone()),
        (List::Endings, _) => {
            let first = *walk.asked().first()?;
            let choices = walk.counted().of(first).iter().collect::<Vec<_>>();
            let answers = answered(quiz, &Answers::none(quiz), first, &choices);
            let earlier = quiz.endings[..item.index].iter().any(|it| it.when.holds(&answers));
            (!earlier).then_some(answers)
        }
        (_, end) => {
            let concern = item.entry(quiz).and_then(|it| it.concern);
            let picked = concern.is_none_or(|it| walk.counted().of(it.question).has(it.choice));
            (end == End::Result && picked).then(|| walk.counted().clone())
        }
    }
}
