ALTER TABLE "worry_photos" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
-- Until now a word before the kind of picture said that a photo was taken away; how long ago was not kept.
UPDATE "worry_photos" SET "removed_at" = now(), "type" = substr("type", length('away:') + 1) WHERE "type" LIKE 'away:%';
