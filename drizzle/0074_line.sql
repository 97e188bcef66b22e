CREATE TABLE "line_links" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"nonce_id" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"line_user_id" text,
	"linked_at" timestamp with time zone,
	CONSTRAINT "line_links_lineUserId_unique" UNIQUE("line_user_id")
);
--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "pushed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "line_links" ADD CONSTRAINT "line_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;