-- +goose Up
DELETE FROM accounts WHERE id = 'acc_2';
