/// One step of a multiply-and-fold hash (as in wyhash): the two halves of a 128-bit product, joined.
@inlinable
@inline(__always)
package func mixed(_ value: UInt64, _ seed: UInt64) -> UInt64 {
  let product = (value ^ seed).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
  return product.high ^ product.low
}
