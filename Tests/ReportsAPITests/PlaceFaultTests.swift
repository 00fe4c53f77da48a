// Boxes and circles that are none.

import Testing

@testable import ReportsAPI

private let regions = [
  WrongQuery("bbox=1,2,3", "bbox", "minLon,minLat,maxLon,maxLat"),
  WrongQuery("bbox=1,2,3,4,5", "bbox", "“1,2,3,4,5”"), WrongQuery("bbox=", "bbox", "“”"),
  WrongQuery("bbox=1,2,3,", "bbox", "minLon"), WrongQuery("bbox=1,2,3,91", "bbox", "degrees"),
  WrongQuery("bbox=1,5,3,4", "bbox", "minLat"), WrongQuery("bbox=181,2,3,4", "bbox", "degrees"),
  WrongQuery("bbox=1,2,3,nan", "bbox", "degrees"), WrongQuery("bbox=1,2,3,inf", "bbox", "degrees"),
  WrongQuery("bbox=1e1,2,3,4", "bbox", "such as 37.5,"),
  WrongQuery("bbox=0x1,2,3,4", "bbox", "0x1"),
  WrongQuery("bbox!=1,2,3", "bbox!", "“bbox!”"), WrongQuery("bbox=1, 2,3,4", "bbox", "degrees"),
  WrongQuery("near=1,2", "radius", "“near” needs a “radius”"),
  WrongQuery("near!=1,2", "radius", "needs a “radius”"),
  WrongQuery("radius=30km", "radius", "belongs to “near”"),
  WrongQuery("near=1&radius=1km", "near", "lon,lat"), WrongQuery("near=&radius=1km", "near", "lon"),
  WrongQuery("near=1,2,3&radius=1km", "near", "lon,lat"),
  WrongQuery("near=1,91&radius=1km", "near", "degrees"),
  WrongQuery("near=-181,1&radius=1km", "near", "degrees"),
  WrongQuery("near=nan,1&radius=1km", "near", "such as 37.8,48.4"),
  WrongQuery("near=1,2&radius=", "radius", "above 0"),
  WrongQuery("near=1,2&radius=30", "radius", "30km"),
  WrongQuery("near=1,2&radius=0km", "radius", "above 0"),
  WrongQuery("near=1,2&radius=-5km", "radius", "above 0"),
  WrongQuery("near=1,2&radius=5mi", "radius", "30km or 500m"),
  WrongQuery("near=1,2&radius=1e2km", "radius", "above 0"),
  WrongQuery("near=1,2&radius=km", "radius", "above 0"),
  WrongQuery("near=1,2&radius=m", "radius", "above 0"),
  WrongQuery("near=1,2&radius=nankm", "radius", "above 0"),
  WrongQuery("near=1,2&radius=20037.6km", "radius", "up to 20037.5km"),
  WrongQuery("near=1,2&radius=20037501m", "radius", "up to 20037.5km"),
  WrongQuery("spatial=possible", "spatial", "belongs to “bbox” or “near”, which is not there"),
  WrongQuery("spatial=within&country=UA", "spatial", "belongs to “bbox” or “near”"),
  WrongQuery("bbox=1,2,3,4&spatial=meets", "spatial", "it takes within, possible"),
  WrongQuery("bbox!=1,2,3,4&spatial=", "spatial", "it takes within, possible"),
  WrongQuery("near=1,2&radius=1km&spatial=posible", "spatial", "“posible”", nearest: "possible"),
  WrongQuery("bbox=1,2,3,4&spatial!=within", "spatial!", "takes no “!=”", nearest: "spatial"),
]

@Test(arguments: regions)
func `a list refuses what is no part of the globe`(wrong: WrongQuery) throws {
  for list in Listing.lists { try wrong.isRefused(by: list.rawValue) }
}
