use std::collections::HashMap;

use biodivine_lib_bdd::{Bdd, BddNode, BddPointer, BddVariable};

use super::variables::Variables;

/// A small machine that reads the variables of one question in the order of the diagrams.
trait Machine {
    /// What it remembers.
    type State: Copy + Eq + std::hash::Hash;

    /// What it remembers after a variable; nothing where no answer goes on like this.
    fn after(&self, state: Self::State, symbol: Symbol) -> Option<Self::State>;

    /// Whether it accepts.
    fn accepts(&self, state: Self::State) -> bool;
}

/// A variable with its value.
#[derive(Clone, Copy)]
enum Symbol {
    Asked(bool),
    Unit { alone: bool, picked: bool },
}

/// An answer to a question that is asked, or none to one that is not.
pub(super) fn answers(question: &Variables, variables: u16) -> Bdd {
    let units = question.units.iter().map(|unit| (unit.variable, Some(unit.alone)));
    built(
        &Answer,
        units.chain([(question.asked, None)]).collect(),
        (None, Seen::Nothing),
        variables,
    )
}

/// At least so many choices are picked, each with a unit of its own.
pub(super) fn at_least(question: &Variables, count: u32, variables: u16) -> Bdd {
    let chosen = question.of_choice.iter().flatten().map(|&unit| &question.units[unit]);
    let units = chosen.map(|unit| (unit.variable, Some(unit.alone)));
    built(&AtLeast(count), units.collect(), 0, variables)
}

struct Answer;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Seen {
    Nothing,
    Some,
    Alone,
}

impl Machine for Answer {
    type State = (Option<bool>, Seen);

    fn after(&self, (asked, seen): Self::State, symbol: Symbol) -> Option<Self::State> {
        let seen = match (symbol, seen) {
            (Symbol::Asked(asked), seen) => return Some((Some(asked), seen)),
            (Symbol::Unit { picked: false, .. }, seen) => seen,
            (Symbol::Unit { alone: true, .. }, Seen::Nothing) => Seen::Alone,
            (Symbol::Unit { alone: false, .. }, Seen::Nothing | Seen::Some) => Seen::Some,
            (Symbol::Unit { .. }, _) => return None,
        };
        (asked != Some(false) || seen == Seen::Nothing).then_some((asked, seen))
    }

    fn accepts(&self, (asked, seen): Self::State) -> bool {
        asked == Some(seen != Seen::Nothing)
    }
}

struct AtLeast(u32);

impl Machine for AtLeast {
    type State = u32;

    fn after(&self, count: u32, symbol: Symbol) -> Option<u32> {
        let more = matches!(symbol, Symbol::Unit { picked: true, .. });
        Some(self.0.min(count + u32::from(more)))
    }

    fn accepts(&self, count: u32) -> bool {
        count >= self.0
    }
}

/// The diagram of a machine: level by level from the last variable, so that children come first.
fn built<M: Machine>(
    machine: &M,
    mut symbols: Vec<(usize, Option<bool>)>,
    start: M::State,
    variables: u16,
) -> Bdd {
    symbols.sort_unstable_by_key(|symbol| symbol.0);
    let mut diagram = Diagram::new(variables);
    let root = diagram.build(machine, &symbols, 0, start, &mut HashMap::new());
    diagram.finished(root)
}

struct Diagram {
    nodes: Vec<BddNode>,
    known: HashMap<BddNode, BddPointer>,
}

impl Diagram {
    fn new(variables: u16) -> Self {
        let nodes = vec![BddNode::mk_zero(variables), BddNode::mk_one(variables)];
        Self { nodes, known: HashMap::new() }
    }

    fn build<M: Machine>(
        &mut self,
        machine: &M,
        symbols: &[(usize, Option<bool>)],
        at: usize,
        state: M::State,
        done: &mut HashMap<(usize, M::State), BddPointer>,
    ) -> BddPointer {
        let Some(&(variable, alone)) = symbols.get(at) else {
            return BddPointer::from_bool(machine.accepts(state));
        };
        if let Some(&node) = done.get(&(at, state)) {
            return node;
        }
        let [low, high] = [false, true].map(|value| {
            let symbol =
                alone.map_or(Symbol::Asked(value), |alone| Symbol::Unit { alone, picked: value });
            machine.after(state, symbol).map_or(BddPointer::zero(), |state| {
                self.build(machine, symbols, at + 1, state, done)
            })
        });
        let node = self.node(variable, low, high);
        done.insert((at, state), node);
        node
    }

    fn node(&mut self, variable: usize, low: BddPointer, high: BddPointer) -> BddPointer {
        if low == high {
            return low;
        }
        let node = BddNode::mk_node(BddVariable::from_index(variable), low, high);
        *self.known.entry(node).or_insert_with(|| {
            self.nodes.push(node);
            BddPointer::from_index(self.nodes.len() - 1)
        })
    }

    /// A diagram's root is its last node.
    fn finished(mut self, root: BddPointer) -> Bdd {
        self.nodes.truncate(root.to_index().max(usize::from(!root.is_zero())) + 1);
        Bdd::from_nodes(&self.nodes).unwrap_or_else(|_| unreachable!("children come first"))
    }
}
