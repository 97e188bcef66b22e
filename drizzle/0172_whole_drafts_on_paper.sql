ALTER TABLE "papers" ADD COLUMN "content" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "words" text;