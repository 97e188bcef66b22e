-- Packs without a partner are the desk's.
CREATE POLICY desk ON handovers USING (partner_id IS NULL AND app_is_desk());
