/** The families of telling phrases; the line model sees each as a feature. */
export const phraseFamilies = [
  'share',
  'promo',
  'newsletter',
  'account',
  'donate',
  'app',
  'follow',
  'comments',
  'legal',
  'copyright',
  'related',
  'readmore',
  'nav',
  'ad',
  'credit',
  'bio',
  'notice',
  'cms',
  'tags',
  'contact',
] as const;

export type PhraseFamily = (typeof phraseFamilies)[number];

/**
 * Telling phrases by family, one a line piece between `;`. `^` binds to the start of the line, `$` to its end.
 * Words are compared as `scanWords` gives them: without case, marks and short tails behind an apostrophe.
 */
export const lexicon: Readonly<Record<PhraseFamily, string>> = {
  share: `^share$; share this; share on; share article; share via; share with; click to share; tweet this; ^tweet$;
    ^email$; email this; ^print$; print this; ^copy link; link copied; copied to clipboard; ^facebook$; ^twitter$;
    ^whatsapp$; ^linkedin$; ^pinterest$; ^reddit$; ^telegram$; ^flipboard$; opens in new window; ^shares$; ^x$;
    save article; save for later; ^save$; ^bookmark; gift this article; gift article; ^listen$; listen to this article;
    send to a friend; ^messenger$; ^instagram$; ^youtube$; ^tiktok$; facebook twitter; ^share full article$;
    ^link$; ^copy$; ^embed$; ^partager; ^teilen$; ^compartir; ^поделиться`,
  promo: `subscribe; subscription; subscriptions; become a member; ^join us; membership; start your free trial; free trial;
    special offer; ^members only; subscriber only; subscribers only; for subscribers; unlimited access; paywall;
    quality journalism; independent journalism; support our work; our journalism; continue reading; free articles;
    cancel anytime; per month; upgrade now; ^upgrade$; create a free account; digital access; gift subscription;
    ^advertise with us; win a; enter to win; limited time; best deals; coupon; ^shop$; shop now; buy now;
    ^join the conversation; community that cares; help us reach; out of 25 000 members; get access; ^premium$;
    add us as a preferred source; preferred source on google; abonnieren; abonnez; suscríbete; подпишитесь`,
  newsletter: `newsletter; newsletters; sign up for; sign up to; sign up here; in your inbox; to your inbox; your inbox;
    email address; enter your email; daily email; email alerts; get the latest; breaking news alerts; daily briefing;
    morning briefing; delivered to; email updates; get our; stay informed; stay up to date; news alerts; mailing list;
    unsubscribe; push notifications; turn on notifications; notifications`,
  account: `sign in; log in; ^login; log out; sign out; ^register$; ^subscribe$; my account; your account; create account;
    create an account; already have an account; forgot password; your password; ^username; ^sign up$; remember me;
    ^account$; manage my account; ^profile$; ^settings$; ^my profile; register now; logged in`,
  donate: `donate; donation; donations; make a contribution; support us; tax deductible; fundraising; one time gift;
    recurring gift; nonprofit newsroom; reader supported; readers like you; chip in; ^contribute$; make a gift;
    support independent; become a supporter; patreon`,
  app: `download the app; our app; mobile app; app store; google play; ^apps$; download our; get the app; ^podcast$;
    ^podcasts$; listen on; wherever you get your podcasts; apple podcasts; on spotify; mobile apps; rss`,
  follow: `^follow; follow us; follow him; follow her; follow me; on facebook; on twitter; on instagram; on youtube;
    like us on; find us on; connect with us; social media; join us on; our channel; on linkedin; on tiktok; on telegram;
    our facebook page; on threads; on bluesky`,
  comments: `^comments; ^comment$; leave a reply; leave a comment; post a comment; post comment; no comments; view comments;
    show comments; add a comment; add comment; comments are closed; read comments; join the discussion; your comment;
    your email address will not be published; required fields are marked; ^name$; ^website$; ^reply$; ^replies$;
    ^upvote; ^downvote; ^report abuse; ^report$; log in to reply; be the first to comment; powered by disqus; disqus;
    notify me of; save my name; commenting; commenters; moderated; have your say; ^likes$; ^flag; most liked; newest first;
    oldest first; sort by; cancel reply; start the conversation; ^kommentare; ^commentaires; ^комментарии`,
  legal: `privacy policy; cookie policy; terms of use; terms of service; terms and conditions; terms conditions; cookies;
    ^cookie; cookie settings; privacy notice; do not sell; your privacy; privacy choices; accessibility; disclaimer;
    user agreement; recaptcha; consent; ^legal; ^privacy$; ^terms$; data protection; personal information; gdpr; ccpa;
    accept all; ^accept$; manage preferences; community guidelines; site map; sitemap; ^imprint$; ^impressum;
    datenschutz; mentions légales; third parties; you agree to; public inspection file; fcc; eeo report; code of ethics;
    editorial standards; corrections policy; editorial policy; our standards; trust principles`,
  copyright: `copyright; all rights reserved; rights reserved; reproduced with permission; may not be published broadcast;
    rewritten or redistributed; without permission; registered in england; registered trademark; trademarks of;
    a division of; is part of the; powered by wordpress; alle rechte vorbehalten; tous droits réservés;
    derechos reservados; все права защищены; may not be reproduced; republish our articles; creative commons;
    was originally published on`,
  related: `^related; ^more from; ^more on; ^more in; ^more stories; ^more news; ^most read; ^most popular; ^most viewed;
    ^read next; ^up next; ^trending; ^recommended; you may also like; you might also like; you may like; you might like;
    ^see also; ^also read; ^read also; ^latest news; ^latest$; ^latest stories; ^top stories; ^popular; ^more like this;
    ^related stories; ^related articles; ^related topics; ^recent posts; ^recent; ^don miss; ^in case you missed;
    ^editor picks; ^our picks; ^editors picks; ^featured; ^what to read; ^other stories; ^similar; ^keep reading;
    ^more about; ^more$; ^must read; ^next article; ^previous article; ^next post; ^previous post; ^next story; ^next up;
    ^also in; ^read this next; ^around the web; ^from the web; ^sponsored stories; ^promoted; ^top news; ^headlines;
    ^latest headlines; ^watch next; ^on the same topic; ^lire aussi; ^à lire aussi; ^lesen sie auch; ^mehr zum thema;
    ^читайте также; ^lea también; ^further reading; ^discover more; ^explore more; ^most recent; ^more coverage; ^in pictures`,
  readmore: `^read more; ^read full; ^continue reading; ^learn more; ^show more; ^load more; ^view more; ^see more;
    ^click here; ^see all; ^view all; ^show less; ^more info; ^full story; ^read the full; ^read the rest; ^expand;
    ^find out more; ^view gallery; ^view slideshow; ^watch$; ^watch now; ^watch video; ^watch the video; ^watch more;
    ^read$; ^weiterlesen; ^lire la suite; ^leer más; ^читать далее; ^mehr$; ^next$; ^previous$; ^prev$; ^back$`,
  nav: `^skip to; ^menu$; ^home$; ^search; ^close$; ^open$; ^toggle; ^sections$; ^news$; ^sport$; ^sports$; ^business$;
    ^politics$; ^world$; ^opinion$; ^entertainment$; ^lifestyle$; ^life$; ^culture$; ^technology$; ^tech$; ^science$;
    ^health$; ^travel$; ^weather$; ^video$; ^videos$; ^photos$; ^local$; ^obituaries$; ^classifieds$; ^jobs$; ^about$;
    ^about us; ^contact us; ^contact$; ^help$; ^faq; ^careers; ^advertise; ^events$; ^games$; ^crosswords$; ^puzzles$;
    ^horoscopes$; ^tv$; ^radio$; ^live$; ^e edition; ^epaper; ^today paper; ^archives; ^archive$; ^back to top; ^top$;
    ^go to; ^main navigation; ^navigation; breadcrumb; ^you are here; ^us$; ^uk$; ^europe$; ^asia$; ^africa$;
    ^middle east$; ^americas$; ^australia$; ^arts$; ^music$; ^movies$; ^books$; ^food$; ^style$; ^fashion$; ^money$;
    ^markets$; ^economy$; ^education$; ^environment$; ^climate$; ^football$; ^cricket$; ^tennis$; ^golf$; ^category;
    ^categories; ^news feed$; ^latest news$; ^special reports; ^magazine$; ^shop$; ^press$; ^our team; ^mission$;
    ^edition; ^language; ^english$; ^submit; ^ok$; ^yes$; ^no$; ^all$; ^filter; ^startseite$; ^accueil$; ^inicio$;
    ^главная$; ^новости$; ^politik$; ^wirtschaft$; ^politique$; ^economie$; ^saltar; ^zum inhalt`,
  ad: `^advertisement; ^ad$; ^ads$; ^advert; ^sponsored; ^paid content; ^partner content; ^promoted content; ^sponsor;
    article continues below; story continues below; scroll to continue; affiliate links; affiliate commission;
    earn a commission; we may earn; ^anzeige$; ^publicité$; ^werbung$; ^реклама$; ^publicidad; ^remove ads;
    continue after advertisement; skip ad; skip advertisement; why you can trust; report this ad; ad feedback`,
  credit: `getty images; ^photo by; ^image; ^photo$; ^photograph; ap photo; file photo; via reuters; via ap; handout;
    photo credit; image credit; ^picture; ^credit; courtesy of; shutterstock; istock; pictured; ^video by; via getty;
    afp via; ^source; screenshot; ^caption; ^file; photo illustration; ^foto; ^crédit; anadolu; wikimedia; unsplash;
    ^hide caption; ^toggle caption; ^enlarge; staff photo`,
  bio: `is a reporter; is a staff writer; is a writer; is a journalist; is an editor; is the editor; is a senior; covers;
    is a freelance; is a correspondent; is the author of; is a columnist; is a contributor; is an author;
    is a producer; is based in; ^about the author; ^avatar$; ^reporter$; ^author$; ^editor$; ^correspondent$;
    ^staff writer$; ^contributor$; more by; all posts by; view all posts; articles by; stories by; graduated from; prior to joining;
    before joining; previously worked; has worked; has covered; has written for; can be reached; reach him; reach her; email him;
    email her; lives in; master degree; bachelor degree; years of experience; award winning; joined the; ^senior writer$;
    ^news editor$; author bio; meet the author; ^written by; ist redakteur; est journaliste`,
  notice: `this article; this story; originally appeared; was updated; has been updated; has been corrected; ^correction;
    ^editor note; ^note to readers; ^update; an earlier version; contributed to this report; contributed reporting;
    contributed to this story; reporting by; editing by; ^additional reporting; ^edited by; produced by; ^with reporting;
    first published; this report; the associated press contributed; has been posted by; for queries; ai generated; ^editors note;
    fact checked; this content; this post; a version of this; ^clarification; ^with files from; machine translation;
    staff and has been published from; except for the headline; press release`,
  cms: `shortcode; wordpress plugin; following code; javascript; enable javascript; browser does not support;
    your browser; ^loading; lorem ipsum; undefined; ^null$; ^placeholder; iframe; embed code; page not found; ^404;
    object object; ^test$; html5 video; adblock; ad blocker; ^error; how you display; ^image 1 of; ^slide; please refresh; ^copy code`,
  tags: `^tags; ^tagged; ^topics; ^topic$; ^filed under; ^keywords; ^category; ^categories; ^posted in; ^labels; ^tag$; ^schlagworte;
    ^mots clés; ^теги; in this article; ^in this story; ^key topics; ^table of contents; ^jump to`,
  contact: `send tips; news tips; ^tips$; ^contact; email protected; ^phone; ^tel; ^fax; ^address; letters to the editor;
    have a story; got a tip; send us; submit a; write to us; email us; call us; p o box; feedback; ^ask; ^send; ^customer service;
    ^hours; ^directions`,
};
