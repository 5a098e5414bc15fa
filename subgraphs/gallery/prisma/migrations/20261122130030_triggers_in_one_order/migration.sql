-- Triggers run in the order of their names. However pictures change, the counts of days are taken before those of facets by
-- day, so that a deletion and a change of one owner's pictures wait for each other instead of embracing.
ALTER TRIGGER "images_facet_days_added" ON "images" RENAME TO "images_added_facet_days";
ALTER TRIGGER "images_facet_days_changed" ON "images" RENAME TO "images_changed_facet_days";
ALTER TRIGGER "images_facet_days_removed" ON "images" RENAME TO "images_removed_facet_days";
