/** Cities and states that open datelines most; enough to tell "Washington — " from a label. */
const datelinePlaces = new Set(
  `Abidjan Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Albany|Algiers|Almaty|Amman|Amsterdam|Anchorage|Ankara|Astana|Athens|
  Atlanta|Auckland|Austin|Baghdad|Baku|Baltimore|Bamako|Bangkok|Barcelona|Beijing|Beirut|Belfast|Belgrade|Bengaluru|Berlin|
  Bern|Birmingham|Bogota|Boston|Brasilia|Bratislava|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Cairo|Calgary|
  Canberra|Cape Town|Caracas|Charlotte|Chennai|Chicago|Chisinau|Cincinnati|Cleveland|Colombo|Copenhagen|Dakar|Dallas|
  Damascus|Davos|Delhi|Denver|Detroit|Dhaka|Doha|Dubai|Dublin|Edinburgh|Edmonton|Frankfurt|Gaza|Geneva|Glasgow|
  Hamburg|Hanoi|Harare|Havana|Helsinki|Hong Kong|Honolulu|Houston|Hyderabad|Indianapolis|Islamabad|Istanbul|Jakarta|
  Jerusalem|Johannesburg|Kabul|Kampala|Karachi|Kathmandu|Kharkiv|Khartoum|Kigali|Kinshasa|Kolkata|Kuala Lumpur|Kuwait|
  Kyiv|Kiev|Lagos|Lahore|Las Vegas|Lima|Lisbon|Liverpool|London|Los Angeles|Luanda|Lucknow|Lusaka|Luxembourg|Lviv|Madrid|
  Manchester|Manila|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mogadishu|Montreal|Moscow|
  Mumbai|Munich|Nairobi|Nashville|New Delhi|New Orleans|New York|Nicosia|Oslo|Ottawa|Paris|Perth|Philadelphia|Phoenix|
  Pittsburgh|Port-Au-Prince|Portland|Prague|Pretoria|Quito|Rabat|Ramallah|Rangoon|Yangon|Reykjavik|Riga|Rio De Janeiro|
  Riyadh|Rome|Sacramento|San Diego|San Francisco|San Jose|San Juan|Sanaa|Santiago|Sao Paulo|Sarajevo|Seattle|Seoul|
  Shanghai|Singapore|Skopje|Sofia|Srinagar|St. Louis|St. Paul|St. Petersburg|Stockholm|Strasbourg|Sydney|Taipei|Tallinn|
  Tashkent|Tbilisi|Tehran|Tel Aviv|Tirana|Tokyo|Toronto|Tripoli|Tunis|Ulaanbaatar|United Nations|Vancouver|
  Vatican City|Vienna|Vilnius|Warsaw|Washington|Wellington|Winnipeg|Yerevan|Zagreb|Zurich|Tampa|Orlando|Columbus|
  Raleigh|Richmond|Salt Lake City|San Antonio|Kansas City|Oklahoma City|Omaha|Tucson|Hartford|Providence|Springfield`
    .split('|')
    .map((name) => name.trim().toLowerCase()),
);

/** Is this one of the places that open datelines most? */
export function isDatelinePlace(name: string): boolean {
  return datelinePlaces.has(name.trim().toLowerCase());
}
