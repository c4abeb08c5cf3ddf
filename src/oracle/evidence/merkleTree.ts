import { concat, keccak256 } from 'ethers'
import { type Hash32, hash32 } from '../../domain/ids.ts'

export type MerkleTree = {
  readonly root: Hash32
  /** The hashes beside the path from a leaf to the root. */
  readonly proofOf: (value: Hash32) => readonly Hash32[] | undefined
}

/**
 * A Merkle tree in OpenZeppelin's standard form, as `MerkleProof.verify` checks it on chain: a leaf is the double
 * keccak-256 of its value, so that no inner node can pass for one; pairs are hashed in order; leaves are sorted, so that
 * one set of values has one root.
 */
export function merkleTree(values: readonly Hash32[]): MerkleTree | undefined {
  if (values.length === 0) return undefined
  const leaves = values.map(leafOf).toSorted()
  const nodes: Hash32[] = Array.from({ length: 2 * leaves.length - 1 })
  leaves.forEach((leaf, index) => {
    nodes[nodes.length - 1 - index] = leaf
  })
  for (let at = leaves.length - 2; at >= 0; at -= 1) nodes[at] = pairOf(nodes[2 * at + 1], nodes[2 * at + 2])
  const [root] = nodes
  if (root === undefined) return undefined
  const positions = new Map(leaves.map((leaf, index) => [leaf, nodes.length - 1 - index]))
  return { root, proofOf }

  function proofOf(value: Hash32): readonly Hash32[] | undefined {
    const proof: Hash32[] = []
    const start = positions.get(leafOf(value))
    if (start === undefined) return undefined
    for (let at = start; at > 0; at = (at - 1) >> 1) {
      const beside = nodes[at % 2 === 0 ? at - 1 : at + 1]
      if (beside !== undefined) proof.push(beside)
    }
    return proof
  }
}

/** The root that a value and its proof lead to. */
export function rootFrom(value: Hash32, proof: readonly Hash32[]): Hash32 {
  return proof.reduce<Hash32>(pairOf, leafOf(value))
}

/** keccak256(bytes.concat(keccak256(abi.encode(value)))), as the contracts write it. */
function leafOf(value: Hash32): Hash32 {
  return hash32(keccak256(keccak256(value)))
}

function pairOf(left: Hash32 | undefined, right: Hash32 | undefined): Hash32 {
  const pair = [left ?? '0x', right ?? '0x'].toSorted()
  return hash32(keccak256(concat(pair)))
}
