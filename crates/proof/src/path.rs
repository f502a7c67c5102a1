use biodivine_lib_bdd::Bdd;
use num_bigint::BigUint;

use super::space::{Seek, Space, node, nodes};

/// A walk that there is not.
const NONE: i64 = i64::MAX;

/// The walk of a cube with the fewest or the most questions asked: how many, and the variables that
/// are true. Between walks of the same length, one that fewer rules take notice of. Nothing where
/// the cube has none.
pub(super) fn extreme(
    space: &Space,
    bdd: &Bdd,
    seek: Seek,
    cube: &[(usize, bool)],
) -> Option<(usize, Vec<usize>)> {
    let prices = space.prices(seek);
    let mut costs = Vec::with_capacity(bdd.size());
    costs.extend([NONE, 0]);
    let with = |costs: &[i64], variable: usize, high: usize| match costs[high] {
        NONE => NONE,
        cost => cost + prices[variable],
    };
    let goes_high = |costs: &[i64], (variable, low, high): (usize, usize, usize)| match cube
        .iter()
        .find(|(fixed, _)| *fixed == variable)
    {
        Some((_, value)) => *value,
        None => with(costs, variable, high) < costs[low],
    };
    for node in nodes(bdd) {
        let high = goes_high(&costs, node);
        costs.push(if high { with(&costs, node.0, node.2) } else { costs[node.1] });
    }
    let mut at = bdd.root_pointer();
    if costs[at.to_index()] == NONE {
        return None;
    }
    let mut picked: Vec<usize> = Vec::new();
    while !at.is_terminal() {
        let node = node(bdd, at);
        let high = goes_high(&costs, node);
        picked.extend(high.then_some(node.0));
        at = if high { bdd.high_link_of(at) } else { bdd.low_link_of(at) };
    }
    picked.extend(cube.iter().filter(|(_, value)| *value).map(|(variable, _)| variable));
    picked.sort_unstable();
    picked.dedup();
    let asked = picked.iter().filter(|&&at| space.meaning[at].choice.is_none()).count();
    Some((asked, picked))
}

/// In how many ways the diagram over these variables, in order, is true.
pub(super) fn count(space: &Space, bdd: &Bdd, variables: &[usize]) -> BigUint {
    let one = BigUint::from(1_u8);
    let either = |at: usize| &space.meaning[variables[at]].ways + 1_u8;
    let mut rest = vec![one.clone()];
    for at in (0..variables.len()).rev() {
        let more = either(at) * &rest[rest.len() - 1];
        rest.push(more);
    }
    rest.reverse();
    let free = |from: usize, to: usize| match to {
        _ if from == to => one.clone(),
        _ if to == variables.len() => rest[from].clone(),
        _ => (from..to).map(either).product(),
    };
    let mut known = vec![(variables.len(), BigUint::ZERO), (variables.len(), one.clone())];
    for (variable, low, high) in nodes(bdd) {
        let here = variables.partition_point(|&other| other < variable);
        let below = |node: usize| match &known[node] {
            (_, ways) if *ways == BigUint::ZERO => BigUint::ZERO,
            (at, ways) => ways * free(here + 1, *at),
        };
        let ways = below(low) + &space.meaning[variable].ways * below(high);
        known.push((here, ways));
    }
    let (first, ways) = &known[bdd.root_pointer().to_index()];
    ways * free(0, *first)
}
