#!/usr/bin/env node
'use strict'

require('../boot.cjs').main(['cli'].concat(process.argv.slice(2)))
