ALTER TABLE "people" ADD COLUMN "paper_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "spoken_letters" ADD COLUMN "posted_at" timestamp with time zone;