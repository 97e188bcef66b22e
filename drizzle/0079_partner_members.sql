ALTER TABLE "invitations" ADD COLUMN "side" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "side" text;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "area" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "message" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "partners" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;