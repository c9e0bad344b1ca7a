"""A goal of two: put into words by one, agreed by both, its small step done, and let go without a word of failure."""

from tests.browser.acts import arrive, pair
from tests.browser.conftest import Meet


def test_a_goal_of_two(meet: Meet) -> None:
    robin, alex = arrive(meet(), "Robin"), arrive(meet(), "Alex")
    pair(robin, alex)
    robin.open("/plan/").reads("My goals", "Our goals").open("/goals/").press("Add a goal")
    robin.write("What would you like?", "Sleep through the night").reads("Saved").open("/goals/new/").look("goal-new")
    robin.write("A first small step, if you know one", "Phone out of the bedroom").press("Keep this goal")
    robin.reads("Next: Phone out of the bedroom").look("goals-mine")
    robin.open("/goals/ours/").press("Suggest a goal").write("What you would both like", "A weekend by the sea")
    robin.write("A first small step, if you know one", "Pick a month").look("goal-new-ours").press("Suggest it to Alex")
    robin.reads("In your words").open("/plan/").look("plan-goals")
    news = "Robin put a goal for you both into words."
    alex.open("/today/").reads(news).follow(news).arrives_at("/goals/ours/").look("goals-asked")
    alex.follow("A weekend by the sea").reads("Would you like this, too?")
    alex.look("goal-asked").press("Yes, to these words").reads("Pick a month").look("goal-ours")
    alex.press("Done").reads("Not done after all")
    robin.open("/today/").reads("Our goals", "A weekend by the sea", "Phone out of the bedroom").look("today-goals")
    robin.follow("Our goals").follow("A weekend by the sea").press("Other words")
    robin.write("What you would both like", "A day by the sea").press("Send these words to Alex")
    robin.reads("You put it into other words:").look("goal-other-words")
    alex.open("/goals/ours/").follow("A weekend by the sea").reads("Robin put it into other words")
    alex.look("goal-reworded").press("Let it go").reads("That is a way to be done, too.").look("goal-let-go")
    robin.open("/goals/").follow("Sleep through the night").look("goal-mine")
    robin.press("Share one sentence about yourself").look("goal-growth")
    robin.write("One sentence about yourself", "I am learning to put the phone down.").press("Share it with Alex")
    robin.reads("You shared this sentence about yourself").look("goal-shared")
    alex.open("/goals/ours/").reads("I am learning to put the phone down.").look("goals-ours")
    alex.open("/exercises/growth-goal/").press("Add to my plan").reads("On your plan").look("exercise-on-plan")
    alex.press("Make this a goal").reads("From “One thing I want to get better at”")
    robin.open("/search/").write("Look for something", "the phone").press("Search").reads("Found").look("search-own")


def test_a_goal_without_script(meet: Meet) -> None:
    sam = arrive(meet(script=False), "Sam").open("/goals/new/?starter=quiet").press("Keep this goal")
    sam.follow("Ten quiet minutes a day").press("Done").press("It’s reached").reads("Reached on")
