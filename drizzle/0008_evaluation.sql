CREATE TABLE "market_findings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"found" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_weight_choices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"weights_id" uuid,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "market_weights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"learned" jsonb NOT NULL,
	"proof" jsonb NOT NULL,
	"effect" jsonb NOT NULL,
	"besides" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "market_lists" ADD COLUMN "fit" uuid[];--> statement-breakpoint
ALTER TABLE "market_lists" ADD COLUMN "seen" real[];--> statement-breakpoint
ALTER TABLE "market_lists" ADD COLUMN "bins" smallint[];--> statement-breakpoint
ALTER TABLE "market_weight_choices" ADD CONSTRAINT "market_weight_choices_weights_id_market_weights_id_fk" FOREIGN KEY ("weights_id") REFERENCES "public"."market_weights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "market_findings_made_at_index" ON "market_findings" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "market_weight_choices_made_at_index" ON "market_weight_choices" USING btree ("made_at");--> statement-breakpoint
CREATE INDEX "market_weights_made_at_index" ON "market_weights" USING btree ("made_at");