// Other spellings of Arabic names, and the one function of analysis that settling names needs.

import Foundation
import Testing

@testable import Extraction

@Test(arguments: [
  ("hawija", "al hawijah"), ("al shadadi", "shadadi"), ("shadadi", "ash shadadi"),
  ("tel abyad", "tall abyad"), ("al mahmudiya", "al mahmudiyah"), ("sousan", "susan"),
  ("deir hafer", "dayr hafer"), ("qamishli", "al qamishli"), ("taji", "at taji"),
])
func `another spelling is among the variants`(written: String, other: String) {
  let variants = Romanisation.variants(of: Array(written.utf8))
  #expect(variants.contains(Array(other.utf8)))
}

@Test(arguments: ["", "al", "x", "ibrahim 5", "ҝ", String(repeating: "a", count: 5000)])
func `what is no such name has no other spelling`(written: String) {
  #expect(Romanisation.variants(of: Array(written.utf8)).isEmpty)
}

@Test func `variants are few, each once, and never the name itself`() {
  for name in ["hawija", "al shadadi", "tal abyad", "khirbet al tin", "sousaniyah"] {
    let variants = Romanisation.variants(of: Array(name.utf8))
    #expect(Set(variants).count == variants.count)
    #expect(!variants.contains(Array(name.utf8)))
    #expect((1...60).contains(variants.count))
  }
}

@Test func `the exponential function is exact to a thousandth`() {
  for step in 0...400 {
    let power = -Double(step) / 10
    #expect(abs(Exponential.of(power) - exp(power)) <= 0.001 * exp(power) + 1e-12)
  }
  #expect(Exponential.of(-41) == 0 && Exponential.of(-.infinity) == 0)
}
