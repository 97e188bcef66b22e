ALTER TABLE "interviews" ADD COLUMN "link" text;--> statement-breakpoint
ALTER TABLE "interviews" ADD COLUMN "move_asked_at" timestamp with time zone;