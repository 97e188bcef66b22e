ALTER TABLE "market_trials" ALTER COLUMN "prediction_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "market_trials" ADD COLUMN "weights_id" uuid;--> statement-breakpoint
ALTER TABLE "market_trials" ADD CONSTRAINT "market_trials_weights_id_market_weights_id_fk" FOREIGN KEY ("weights_id") REFERENCES "public"."market_weights"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "market_trials" ADD CONSTRAINT "market_trials_weightsId_unique" UNIQUE("weights_id");--> statement-breakpoint
ALTER TABLE "market_trials" ADD CONSTRAINT "trial_of_an_aim_or_of_weights" CHECK (num_nonnulls("market_trials"."prediction_id", "market_trials"."weights_id") = 1);