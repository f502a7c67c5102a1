use quiz::{Quiz, Rule};

use super::form::{Form, Reader};
use super::variables::Variables;

/// How often variables move to the middle of what they are tied to.
const ROUNDS: usize = 12;

/// The place of each variable in the diagrams. Small diagrams need what is tied together close
/// together; of some plausible orders, each connected part of the quiz gets the one that is cut by
/// the fewest ties.
pub(super) fn places(quiz: &Quiz, questions: &[Variables], count: usize) -> Vec<usize> {
    let ties = ties(quiz, questions);
    let file: Vec<usize> = (0..count).collect();
    let nested = nested(quiz, questions, count);
    let mut ranks = Vec::new();
    for start in [nested, file] {
        ranks.push(self::ranks(&start));
        middled(start, &ties, |order| ranks.push(self::ranks(order)));
    }
    let mut next = 0;
    let mut places = vec![0; count];
    for part in parts(&ties, count) {
        let tied: Vec<&[usize]> = part.ties.iter().map(|&tie| ties[tie].as_slice()).collect();
        let best = ranks.iter().min_by(|one, other| {
            cost(&part.variables, &tied, one).total_cmp(&cost(&part.variables, &tied, other))
        });
        let mut variables = part.variables;
        variables.sort_by_key(|&variable| best.map(|ranks| ranks[variable]));
        for variable in variables {
            places[variable] = next;
            next += 1;
        }
    }
    places
}

/// The sets of variables that a rule or a question ties together.
fn ties(quiz: &Quiz, questions: &[Variables]) -> Vec<Vec<usize>> {
    let reader = Reader { quiz, questions, before: questions.len() };
    let mut ties = Vec::new();
    for (index, variables) in questions.iter().enumerate() {
        let units = variables.units.iter().map(|unit| unit.variable);
        ties.push(units.chain([variables.asked]).collect());
        let mut tie = of_form(&reader.rule(&quiz.questions[index].when), questions);
        tie.push(variables.asked);
        ties.push(tie);
    }
    let endings = quiz.endings.iter().map(|ending| &ending.when);
    for rule in endings.chain(quiz.cautions.iter().map(|caution| &caution.when)) {
        let not: Form = reader.rule(&Rule::Not(Box::new(rule.clone())));
        ties.extend(not.conjuncts().iter().map(|form| of_form(form, questions)));
    }
    ties.retain(|tie| tie.len() > 1);
    ties
}

fn of_form(form: &Form, questions: &[Variables]) -> Vec<usize> {
    let mut tie = Vec::new();
    form.collect(&mut |question, variable| match variable {
        Some(variable) => tie.push(variable),
        None => tie.extend(questions[question].units.iter().map(|unit| unit.variable)),
    });
    tie.sort_unstable();
    tie.dedup();
    tie
}

/// Every question in the midst of the choices that decide whether it is asked.
fn nested(quiz: &Quiz, questions: &[Variables], count: usize) -> Vec<usize> {
    let reader = Reader { quiz, questions, before: questions.len() };
    let mut waits = vec![0; questions.len()];
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (index, question) in quiz.questions.iter().enumerate() {
        let tie = of_form(&reader.rule(&question.when), questions);
        waits[index] = tie.len();
        tie.iter().for_each(|&variable| waiting[variable].push(index));
    }
    let mut order = Vec::with_capacity(count);
    let roots: Vec<usize> = (0..questions.len()).filter(|&question| waits[question] == 0).collect();
    for root in roots {
        let mut open = vec![(root, 0)];
        while let Some((question, at)) = open.pop() {
            let of = &questions[question];
            let Some(variable) = (if at == 0 {
                Some(of.asked)
            } else {
                of.units.get(at - 1).map(|unit| unit.variable)
            }) else {
                continue;
            };
            order.push(variable);
            open.push((question, at + 1));
            for &next in &waiting[variable] {
                waits[next] -= 1;
                if waits[next] == 0 {
                    open.push((next, 0));
                }
            }
        }
    }
    order
}

/// Orders in which each variable stands nearer and nearer to the middle of what it is tied to: the
/// FORCE heuristic of Aloul, Markov and Sakallah.
fn middled(mut order: Vec<usize>, ties: &[Vec<usize>], mut call: impl FnMut(&[usize])) {
    for _ in 0..ROUNDS {
        let ranks = ranks(&order);
        let mut sums = vec![(0.0, 0.0); order.len()];
        for tie in ties {
            let total: usize = tie.iter().map(|&variable| ranks[variable]).sum();
            let middle = total as f64 / tie.len() as f64;
            for &variable in tie {
                sums[variable].0 += middle;
                sums[variable].1 += 1.0;
            }
        }
        let middle = |variable: usize| match sums[variable] {
            (_, 0.0) => ranks[variable] as f64,
            (sum, count) => sum / count,
        };
        order.sort_by(|&one, &other| middle(one).total_cmp(&middle(other)));
        call(&order);
    }
}

fn ranks(order: &[usize]) -> Vec<usize> {
    let mut ranks = vec![0; order.len()];
    order.iter().enumerate().for_each(|(rank, &variable)| ranks[variable] = rank);
    ranks
}

struct Part {
    variables: Vec<usize>,
    ties: Vec<usize>,
}

fn parts(ties: &[Vec<usize>], count: usize) -> Vec<Part> {
    let mut of: Vec<usize> = (0..count).collect();
    for tie in ties {
        let first = root(&mut of, tie[0]);
        for &variable in &tie[1..] {
            let other = root(&mut of, variable);
            of[other] = first;
        }
    }
    let mut parts: Vec<Part> =
        (0..count).map(|_| Part { variables: Vec::new(), ties: Vec::new() }).collect();
    for variable in 0..count {
        parts[root(&mut of, variable)].variables.push(variable);
    }
    for (index, tie) in ties.iter().enumerate() {
        parts[root(&mut of, tie[0])].ties.push(index);
    }
    parts.retain(|part| !part.variables.is_empty());
    parts
}

fn root(of: &mut [usize], mut variable: usize) -> usize {
    while of[variable] != variable {
        of[variable] = of[of[variable]];
        variable = of[variable];
    }
    variable
}

/// About how many nodes a diagram has: at each place, a doubling for every tie across it.
fn cost(variables: &[usize], ties: &[&[usize]], ranks: &[usize]) -> f64 {
    let mut places: Vec<usize> = variables.iter().map(|&variable| ranks[variable]).collect();
    places.sort_unstable();
    let mut change = vec![0_i32; places.len() + 1];
    for tie in ties {
        let at = |rank: usize| places.partition_point(|&place| place < rank);
        let (first, last) = tie.iter().fold((usize::MAX, 0), |(first, last), &variable| {
            (first.min(ranks[variable]), last.max(ranks[variable]))
        });
        change[at(first)] += 1;
        change[at(last)] -= 1;
    }
    let mut across = 0;
    let widths = change.iter().map(|change| {
        across += change;
        f64::from(across.min(60)).exp2()
    });
    widths.sum()
}
